# Le compte : entrer avec un mot de passe provisoire, revenir après longtemps, ses données, partir.

## Se connecter
sign-in-refused-school = L'identifiant ou le mot de passe ne correspond pas. Vérifiez les deux ; si vous avez oublié le mot de passe, demandez-en un nouveau à votre enseignant.
sign-in-paused-school = Trop d'essais. Réessayez dans { $minutes ->
    [one] une minute
   *[other] { $minutes } minutes
}, ou demandez un nouveau mot de passe à votre enseignant.
sign-in-blocked-school = Ce compte est bloqué après de nombreux essais. Demandez un nouveau mot de passe à votre enseignant.
sign-in-last = { $n ->
    [one] Il reste un essai avant que le compte soit bloqué.
   *[other] Il reste { $n } essais avant que le compte soit bloqué.
} Un nouveau mot de passe le débloque.
sign-in-last-school = { $n ->
    [one] Il reste un essai avant que le compte soit bloqué.
   *[other] Il reste { $n } essais avant que le compte soit bloqué.
} Votre enseignant peut vous donner un nouveau mot de passe.
password-choice-lead = Le mot de passe que vous avez reçu ne sert qu'une fois. Choisissez le vôtre : personne d'autre ne le connaîtra.
password-choice-again = Me connecter à nouveau

## Courriers
already-mail-subject = Vous avez déjà un compte { $name }
already-mail-body =
    Bonjour { $first },

    Quelqu'un, sans doute vous, vient de vouloir créer un compte { $name } avec cette adresse. Vous en avez déjà un : connectez-vous sur { $site }/sign-in.

    Si vous avez oublié le mot de passe, ce lien permet d'en choisir un nouveau (il vaut un jour et ne sert qu'une fois) :

    { $link }

    Si ce n'est pas vous, ne faites rien : votre compte n'a pas changé.

    L'équipe de { $name }
return-mail-subject = Une connexion à votre compte { $name }
return-mail-body =
    Bonjour { $first },

    Quelqu'un vient de se connecter à votre compte { $name }, qui n'avait pas servi depuis le { $date }.

    Si c'est vous, tout va bien. Sinon, choisissez un nouveau mot de passe : { $site }/password-reset

    L'équipe de { $name }
return-mail-body-unconfirmed =
    Bonjour { $first },

    Quelqu'un vient de se connecter à votre compte { $name }, qui n'avait pas servi depuis plus d'un an.

    Si c'est vous, tout va bien. Il reste à confirmer que cette adresse est la vôtre (ce lien vaut trois jours) :

    { $link }

    Sinon, choisissez un nouveau mot de passe : { $site }/password-reset

    L'équipe de { $name }
farewell-mail-subject = Votre compte { $name } est supprimé
farewell-mail-body =
    Bonjour { $first },

    Votre compte { $name } a été supprimé le { $date }, comme vous l'avez demandé. Vos noms, votre adresse, votre mot de passe et vos résultats sont effacés ; vos réponses restent sans rien qui mène à vous.

    C'est le dernier courrier de { $name } à cette adresse. Si ce n'est pas vous qui l'avez demandé, écrivez à { $contact }.

    L'équipe de { $name }
erasure-mail-subject = Une demande d'effacement de compte
erasure-mail-body =
    Bonjour,

    La personne du compte { $account } demande l'effacement de son compte { $name }. Ce compte sert aussi à d'autres (établissement, fonction) : elle ne peut pas le faire seule.

    La demande est notée dans le programme ; la loi donne un mois pour y répondre.

## Code reçu par courrier
email-code-sent = Un autre code vient de partir. Le précédent ne sert plus.
email-code-too-soon = Pas d'autre code pour l'instant : attendez 7 secondes après le précédent ; après cinq codes, recommencez avec une autre demande.
email-code-again-when = Rien reçu ? Regardez dans les courriers indésirables. Vous pouvez demander un autre code 7 secondes après le précédent.
email-code-other = Utiliser une autre adresse

## Textes légaux
acceptance-first-title = Les conditions d'utilisation
acceptance-first-lead = Avant de commencer, lisez-les, puis dites si vous les acceptez.
acceptance-done-title = Vous avez accepté les conditions
acceptance-done-lead = Rien d'autre à faire : vous pouvez continuer.
privacy-notice = La page sur vos données personnelles a changé.
privacy-notice-read = Lire ce qui change
privacy-notice-first = Lisez comment vos données sont gardées
privacy-notice-close = J'ai compris
account-legal = Textes légaux
account-legal-version = Version { $version }, vue le

## Mes données
data-title = Mes données
data-lead = Emportez une copie de tout ce que ce service garde de vous : des fichiers que vous pouvez lire, et que d'autres programmes peuvent lire aussi.
data-within = Dans la copie
data-within-account = Votre compte, vos appareils, les textes que vous avez acceptés.
data-within-tests = Vos tests, vos niveaux et vos pix.
data-within-answers = Chacune de vos réponses, dans un tableau pour tableur et en JSON.
data-within-campaigns = Vos parcours, ce que vous avez envoyé, et ce que les listes des établissements disent de vous.
data-within-mails = La liste des courriers que nous vous avons envoyés ces trente derniers jours.
data-without = Votre mot de passe n'y est pas : nous ne le connaissons pas. Les corrigés non plus : les questions servent à d'autres.
data-submit = Télécharger ma copie
data-pace = Cinq copies par heure au plus.
data-too-many = Vous avez déjà pris cinq copies. Réessayez dans une heure.
data-columns = Date, Compétence, Rang, Question, Résultat, Réponse, Secondes
data-readme-name = lisez-moi.txt
data-readme =
    Vos données
    ===========

    account.json  votre compte, vos appareils, les textes acceptés, ce qui a été noté
    results.json  vos niveaux et vos pix d'aujourd'hui
    tests.json    vos tests, le plus récent d'abord
    answers.json  vos réponses, dans l'ordre
    answers.csv   les mêmes, pour un tableur (séparateur : point-virgule)
    mails.json    les courriers des trente derniers jours, sans leur texte
    reports.json  les problèmes que vous avez signalés
    campaigns.json    vos parcours et ce que vous avez envoyé
    class-lists.json  ce que les listes des établissements disent de vous

    Une réponse à choix est donnée par son rang à l'écran : 1 pour le premier choix.
    Les dates sont en temps universel.

## Partir
account-leaving = Mes données et mon départ
account-leaving-text = Emportez une copie de vos données, supprimez votre compte ou demandez qu'il le soit.
erasure-title = Supprimer mon compte
erasure-lead = C'est immédiat et définitif : personne ne pourra retrouver ce compte.
erasure-lost = Ce qui est effacé
erasure-lost-account = Vos noms, votre adresse e-mail, votre mot de passe.
erasure-lost-results = Vos pix, vos niveaux, vos tests, vos corrections et ce que vous avez écrit.
erasure-lost-devices = Vos connexions, sur tous vos appareils.
erasure-kept = Ce qui reste
erasure-kept-answers = Vos résultats question par question, sans texte ni rien qui mène à vous, avec des dates arrondies au mois : ils servent à améliorer les questions.
erasure-kept-trace = La note qu'un compte a été supprimé, avec son numéro et la date.
erasure-kept-address = Votre adresse redevient libre : vous pourrez créer un autre compte, qui commencera à zéro.
erasure-copy = Pour garder une copie avant de partir :
erasure-submit = Supprimer mon compte
erasure-word = SUPPRIMER
erasure-word-label = Pour confirmer, écrivez { $word }
erasure-word-wrong = Pour confirmer, écrivez le mot demandé. Rien n'a changé.
erasure-request-lead = Votre compte sert aussi à votre établissement ou à votre fonction : les personnes responsables l'effacent pour vous.
erasure-request-kept = Elles effacent ce qui vous concerne, sauf ce que la loi leur demande de garder, et vous répondent sous un mois.
erasure-successor-lead = Vous êtes la seule personne à administrer { $n ->
    [one] cette organisation
   *[other] ces organisations
} : après votre départ, plus personne ne pourrait y inviter quelqu'un ni importer une liste.
erasure-successor-do = Nommez d'abord une autre personne : dans la page Équipe, invitez quelqu'un à administrer l'organisation, ou donnez ce rôle à un membre. Vous pourrez ensuite supprimer votre compte ici.
erasure-successor-team = Nommer quelqu'un
erasure-successor-choose = Changer d'organisation
erasure-successor-nobody = Personne ne peut prendre la suite ?
erasure-request-submit = Demander l'effacement
erasure-requested = Demande faite le
erasure-requested-next = Vous n'avez rien d'autre à faire.
erasure-contact = Les personnes responsables :
farewell-title = Compte supprimé
farewell-text = Votre compte et ce qui menait à vous sont effacés. Merci d'être venu.

## Après l'école
leaving-ask = Vous avez quitté l'école, et votre compte n'a pas d'adresse e-mail ?
leaving-go = Récupérer mon compte
leaving-title = Récupérer mon compte après l'école
leaving-lead = Votre école vous avait inscrit, et vous n'y êtes plus : retrouvez votre compte avec votre numéro national, puis donnez-lui votre adresse e-mail.
leaving-still = Encore élève ? Demandez à votre enseignant : il retrouve votre identifiant et vous donne un nouveau mot de passe.
leaving-number = Numéro national (INE ou INA)
leaving-number-hint = Onze lettres et chiffres, sur vos bulletins, votre relevé de notes du brevet ou du bac, ou votre contrat d'apprentissage
leaving-number-wrong = Écrivez votre numéro national : onze lettres et chiffres, comme 990000101BH.
leaving-submit = Chercher mon compte
leaving-unknown = Aucun compte à récupérer ne correspond à tout ce que vous avez écrit. Vérifiez le numéro, le prénom, le nom et la date de naissance. Si tout est juste, écrivez à { $contact }.
leaving-pupil = Vous êtes encore dans la liste d'élèves d'un établissement. Demandez à votre enseignant : il retrouve votre identifiant et vous donne un nouveau mot de passe.
leaving-listed = Un établissement a votre nom dans sa liste d'élèves. Si vous l'avez quitté, ou si votre enseignant ne trouve pas votre compte, écrivez à { $contact }.
leaving-addressed = Ce compte a déjà une adresse e-mail, peut-être parce que vous l'avez déjà récupéré. Demandez un nouveau mot de passe avec cette adresse. Si vous ne la connaissez pas, écrivez à { $contact }. Si ce n'est pas vous qui l'avez récupéré, écrivez-y vite.
leaving-working = Ce compte sert aussi à travailler dans une organisation : un numéro national ne suffit pas pour le récupérer. Écrivez à { $contact }.
leaving-several = Ce compte a servi à des élèves qui n'ont pas le même numéro national : quelqu'un doit vérifier à qui il est. Écrivez à { $contact }.
leaving-found-title = Est-ce votre compte ?
leaving-found-lead = Voici le compte de votre dernière école. S'il est à vous, nous envoyons à votre adresse un lien pour le récupérer.
leaving-username = Identifiant
leaving-school = Dernier établissement
leaving-sworn = Je déclare sur l'honneur que je suis { $first } et que ce compte est le mien.
leaving-sworn-missing = Pour récupérer ce compte, cochez cette case. S'il n'est pas à vous, revenez en arrière.
leaving-email = Votre adresse e-mail
leaving-email-hint = La vôtre, que vous garderez : par exemple camille@exemple.fr
leaving-email-refused = Cette adresse n'est pas complète ou contient une faute. Écrivez-la comme camille@exemple.fr.
leaving-email-soon = Un message est déjà parti il y a moins d'une minute : son lien ne sert plus. Attendez une minute, puis envoyez à nouveau ce formulaire.
leaving-removed = Ce qui venait de l'école n'ouvrira plus ce compte : ni l'identifiant, ni l'espace numérique de travail (ENT). Vous vous connecterez avec votre adresse et votre mot de passe. Vos résultats restent.
leaving-not-me = Ce n'est pas moi
leaving-sent = Un message vient de partir à { $email } : il dit comment récupérer votre compte. Son lien vaut un jour et ne sert qu'une fois. Jusque-là, rien ne change.
leaving-sent-nothing = Rien reçu ? Regardez dans les courriers indésirables. Si l'adresse est fausse, attendez une minute et recommencez : le premier lien ne servira plus.
recovery-mail-subject = Récupérer votre compte { $name }
recovery-mail-body =
    Bonjour { $first },

    Vous avez demandé à récupérer votre compte { $name } avec cette adresse. Ouvrez ce lien pour choisir un mot de passe (il vaut un jour et ne sert qu'une fois) :

    { $link }

    L'identifiant que l'école vous avait donné ne servira plus ensuite.

    Si ce n'est pas vous, ne faites rien : le compte ne change pas.

    L'équipe de { $name }
recovery-elsewhere-mail-subject = Cette adresse a déjà un compte { $name }
recovery-elsewhere-mail-body =
    Bonjour { $first },

    Quelqu'un, sans doute vous, a demandé à récupérer avec cette adresse un compte { $name } donné par une école. Cette adresse a déjà un autre compte, et n'en ouvre qu'un : connectez-vous avec elle sur { $site }/sign-in.

    Pour récupérer le compte de l'école, recommencez avec une autre adresse :

    { $link }

    Si ce n'est pas vous, ne faites rien : aucun compte n'a changé.

    L'équipe de { $name }
recovery-title = Récupérer mon compte
recovery-lead = Votre adresse { $email } devient celle du compte. Choisissez un mot de passe.
recovery-terms-missing = Pour récupérer ce compte, cochez cette case.
recovery-submit = Récupérer et me connecter
recovery-conflict-title = Ce compte ne peut plus être récupéré ainsi
recovery-conflict = Depuis l'envoi du lien, cette adresse a été prise par un autre compte, ou celui-ci a changé. Rien n'a été fait. Recommencez, ou écrivez à { $contact }.
recovery-again = Recommencer
