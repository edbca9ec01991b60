# Participer à une campagne : ce que voient les élèves et les apprenants.

## Le code
participation-code-title = J'ai un code
participation-code-lead = Votre enseignant ou votre organisation vous a donné un code : il ouvre un parcours.
participation-code-label = Code du parcours
participation-code-hint = Six lettres et trois chiffres, par exemple KWDTRM234
participation-code-go = Ouvrir le parcours
participation-code-empty = Écrivez le code que l'on vous a donné : six lettres et trois chiffres.
participation-code-wrong = Aucun parcours n'a ce code. Vérifiez chaque lettre et chaque chiffre, ou demandez-le à nouveau à la personne qui vous l'a donné.

## L'entrée du parcours
participation-untitled = Parcours { $code }
participation-from = Proposé par { $name }
participation-sent-title = Ce qui sera transmis
participation-sent-test = À la fin du parcours, votre résultat est envoyé automatiquement à { $name } : votre nom, la part des acquis validés, sujet par sujet, et les dates. Vous n'avez rien d'autre à faire. Ce que vous ferez ensuite n'y changera rien.
participation-sent-profile = Rien n'est envoyé sans vous : vous verrez votre profil, puis vous choisirez de l'envoyer à { $name }. Seront transmis votre nom, votre niveau et vos pix dans chaque compétence, et si vous êtes certifiable.
participation-sent-nothing = Rien n'est transmis : { $name } ne reçoit pas votre résultat.
participation-was-sent-title = Ce qui a été transmis
participation-was-sent-test = { $name } a reçu votre résultat : votre nom, la part des acquis validés, sujet par sujet, et les dates. Ce que vous ferez ensuite n'y changera rien.
participation-was-sent-profile = { $name } a reçu votre profil : votre nom, votre niveau et vos pix dans chaque compétence, et si vous êtes certifiable. Ce que vous ferez ensuite n'y changera rien.
participation-was-sent-on = Envoyé le
participation-known = Ce que vous avez déjà montré sur votre profil compte : ces questions ne vous seront pas posées de nouveau.
participation-from-nothing = Votre profil ne compte pas ici et n'en sera pas changé : tout le monde part de zéro.
participation-identify = Ce parcours est réservé aux élèves de { $name } : dites d'abord qui vous êtes dans la liste.
participation-identify-go = Dire qui je suis
participation-knock = Connectez-vous pour commencer : vous reviendrez ensuite à cette page.
participation-as = Vous participez en tant que { $name }.
participation-not-me = Ce n'est pas moi : me déconnecter
participation-begin = Commencer
participation-begin-profile = Continuer vers mon profil
participation-resume = Reprendre
participation-see = Voir mon résultat
participation-home = Aller à l'accueil
participation-external-hint = Demandé par l'organisation, qui pourra le lire
participation-external-empty = Remplissez ce champ : l'organisation en a besoin pour vous reconnaître.
participation-external-long = Écrivez 255 caractères au plus.
participation-external-email = Écrivez une adresse e-mail, comme nom@exemple.fr.
participation-closed = Ce parcours est fermé : { $name } n'attend plus de participation. Si vous pensez que c'est une erreur, parlez-en à la personne qui vous a donné le code.
participation-closed-sign-in = J'avais déjà commencé : me connecter
participation-deleted = Votre participation a été supprimée par { $name } : il n'est pas possible de recommencer ce parcours. Vos réponses restent sur votre profil.
participation-deleted-resume = Votre participation a été supprimée par l'organisation. Vous pouvez terminer pour vous-même, mais votre résultat ne sera pas envoyé.
participation-inactive = Vous n'êtes plus dans la liste de { $name } : demandez à votre enseignant de vous y remettre.
participation-mediacentre = Les élèves de { $name } entrent par le médiacentre de leur espace numérique de travail (ENT) : ouvrez-y Pix, puis tapez de nouveau le code. Sans accès à l'ENT, demandez à votre enseignant.
participation-archived = Ce parcours est fermé : ce que vous avez fait est gardé sur votre profil, mais ne peut plus être envoyé.

## La liste d'élèves
participation-identity-title = Qui êtes-vous ?
participation-identity-lead = Écrivez votre nom comme il est connu de { $name }. Il sera rattaché à votre compte, une fois pour toutes.
participation-identity-submit = C'est moi
participation-birth-date = Date de naissance
participation-birth-date-hint = Par exemple 12/03/2013
participation-birth-date-wrong = Écrivez votre date de naissance : le jour, le mois et l'année, comme 12/03/2013.
participation-identity-nobody = Personne dans la liste n'a ce nom et cette date de naissance. Vérifiez ce que vous avez écrit ; si tout est juste, demandez à votre enseignant comment vous êtes inscrit.
participation-identity-several = Plusieurs élèves ont presque ce nom et cette date de naissance. Écrivez vos prénom et nom exactement comme votre enseignant les connaît.
participation-conflict-email = Vous avez déjà un compte, avec l'adresse { $login }. Déconnectez-vous et utilisez ce compte. Si ce n'est pas le vôtre, donnez à votre enseignant le numéro { $code }.
participation-conflict-username = Vous avez déjà un compte, avec l'identifiant { $login }. Déconnectez-vous et utilisez ce compte. Si vous l'avez oublié, donnez à votre enseignant le numéro { $code }.
participation-conflict-external = Vous avez déjà un compte, que vous ouvrez par un autre service. Passez par ce service, ou donnez à votre enseignant le numéro { $code }.
participation-taken = Un autre compte a déjà participé à ce parcours au nom de { $name }. Si c'est vous, déconnectez-vous et reprenez ce compte. Sinon, demandez à votre enseignant de supprimer cette participation : vous pourrez alors commencer.
participation-conflict-other-pupil = Ce compte est déjà celui d'un autre élève de l'établissement. Déconnectez-vous et utilisez votre propre compte, ou donnez à votre enseignant le numéro { $code }.
participation-conflict-stranger = Ce compte semble être celui de quelqu'un d'autre, peut-être un frère ou une sœur. Déconnectez-vous et créez votre propre compte, ou donnez à votre enseignant le numéro { $code }.

## Pendant le test
participation-progress = { $n } % du parcours

## La fin
participation-result-title = Fin du parcours
participation-over = Parcours terminé
participation-mastery = { $n ->
    [0] Aucun acquis validé pour l'instant : c'est votre point de départ.
   *[other] Vous maîtrisez { $n } % de ce parcours.
}
participation-profile-sent = Votre profil est envoyé
participation-received = Votre résultat est arrivé chez { $name } le
participation-not-sent = Rien n'a été transmis : ce résultat est pour vous.
participation-badges = Vos badges
participation-by-competence = Compétence par compétence
participation-bar = { $name } : { $n } %
participation-mistakes = Revoir mes erreurs
participation-again-title = Essayer de nouveau
participation-again-lead = Vous pouvez refaire ce parcours : ce que vous aviez manqué vous sera redemandé, et les deux résultats seront gardés.
participation-again-in = { $days ->
    [one] Vous pourrez essayer de nouveau dans { $days } jour.
   *[other] Vous pourrez essayer de nouveau dans { $days } jours.
}
participation-again = Refaire ce parcours
participation-afresh-title = Repartir de zéro
participation-afresh-lead = Tout vous sera demandé de nouveau, aussi ce que vous aviez réussi. Ce que votre profil sait des sujets de ce parcours est oublié : vous pouvez y perdre des pix et des niveaux, jusqu'à ce que vous les retrouviez. Votre résultat déjà envoyé ne change pas.
participation-afresh = Oublier et recommencer

## Envoyer son profil
participation-send-title = Envoyer votre profil à { $name }
participation-send-lead = Voici ce que { $name } recevra. Vérifiez, puis envoyez : ce que vous ferez ensuite n'y changera rien.
participation-send = Envoyer mon profil
participation-send-practise = Progresser d'abord
participation-level-pix = niveau { $level } · { $pix } pix

## Mes parcours
participations-title = Mes parcours
participations-lead = Les parcours que vous avez commencés, et ce que vous avez envoyé.
participations-empty-title = Aucun parcours pour l'instant
participations-empty = Quand vous ouvrirez un parcours avec un code, vous le retrouverez ici.
participations-newest = Les plus récents
participations-older = Plus anciens
participations-begun = Commencé le
participations-under-way = En cours
participations-over = Terminé, non envoyé
participations-archived = Fermé
participations-sent = Envoyé
participations-sent-mastery = Envoyé : { $n } %

## Formations
trainings-title = Mes formations
trainings-lead = Ce que les résultats de vos parcours vous conseillent.
trainings-empty-title = Aucune formation conseillée pour l'instant
trainings-empty = Quand vous aurez terminé un parcours, les formations qui vous feraient progresser seront ici.
trainings-campaigns = Mes parcours
trainings-after = Formations conseillées
trainings-after-lead = D'après votre résultat, elles sont à votre niveau et vous feraient progresser.
training-minutes = { $n } min
training-module = Module
training-tutorial = Tutoriel
training-course = Formation en ligne
training-workshop = Atelier
training-rating = Utile pour vous ?
training-useful = Oui
training-useless = Non
training-elsewhere = sur un autre site

## Sans compte
entry-sent = À la fin du parcours, votre résultat est transmis automatiquement à { $name } : la part des acquis validés, sujet par sujet, et les dates ; sans votre nom si vous participez sans compte.
entry-was-sent = { $name } a reçu votre résultat, sans votre nom : la part des acquis validés, sujet par sujet, et les dates.
entry-lead = Ce parcours se fait sans compte : rien à retenir, rien à donner.
entry-terms = En commençant, vous acceptez les
entry-terms-link = conditions d'utilisation
entry-begin = Participer sans compte
entry-account = J'ai un compte
entry-as = Vous participez sans compte : vous pouvez revenir ici pendant quatre heures, sur cet appareil. Pour garder ce que vous faites :
entry-leave = Quitter
entry-keep-title = Garder ce que vous avez fait
entry-keep = Vous avez participé sans compte. Créez-en un pour retrouver ce résultat et progresser : votre nom sera alors joint au résultat transmis. Sinon, il ne sera plus visible ici dans quelques heures.

## S'inscrire par la liste d'élèves
registration-known-title = J'ai déjà un compte
registration-new-title = Je n'ai pas de compte
registration-new = Si vous êtes élève de { $name }, inscrivez-vous avec votre nom et votre date de naissance : une adresse e-mail n'est pas nécessaire.
registration-go = M'inscrire avec la liste d'élèves
registration-title = S'inscrire avec la liste d'élèves
registration-lead = Écrivez votre nom comme il est connu de { $name }.
registration-next = Continuer
registration-conflict-email = Vous avez déjà un compte, avec l'adresse { $login } : connectez-vous avec elle. Si ce n'est pas la vôtre, donnez à votre enseignant le numéro { $code }.
registration-conflict-username = Vous avez déjà un compte, avec l'identifiant { $login } : connectez-vous avec lui. Si vous ne l'avez jamais créé, ou si vous l'avez oublié, donnez à votre enseignant le numéro { $code }.
registration-conflict = Vous avez déjà un compte, que vous ouvrez par un autre service. Passez par ce service, ou donnez à votre enseignant le numéro { $code }.
registration-elsewhere = Ce compte vient d'un autre établissement : si votre enseignant ne peut pas vous aider, écrivez à { $contact }.
registration-account-title = Créer mon compte d'élève
registration-account-lead = Vous êtes { $name }, de { $school }.
registration-not-me = Ce n'est pas moi
registration-way = Comment voulez-vous vous connecter ?
registration-way-hint = Si vous prenez l'identifiant, notez-le maintenant : il vous sera demandé à chaque connexion.
registration-way-username = Avec mon identifiant : { $username }
registration-way-email = Avec mon adresse e-mail
registration-email-hint = Seulement si vous vous connectez avec cette adresse
registration-username = Votre identifiant : { $username }
registration-username-taken = Cet identifiant vient d'être pris par quelqu'un d'autre. Notez le nouveau, puis continuez.
