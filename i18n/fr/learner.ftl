# L'espace de l'apprenant : une section par page, une clé par phrase.

## Accueil
front-title = Évaluez vos compétences numériques
front-heading = Voyez ce que vous savez faire. Apprenez le reste.
front-lead = Des questions concrètes sur le numérique, qui s'adaptent à vous. Des corrections qui expliquent. Gratuit, à tout âge.
front-sign-up = Créer mon compte
front-sign-in = Se connecter
front-domains = Cinq domaines, seize compétences
front-how = Comment cela se passe
front-how-test-title = Un test qui s'adapte
front-how-test = Vous ouvrez de vrais fichiers, vous cherchez, vous comptez. Chaque réponse choisit la question suivante.
front-how-correction-title = Des corrections qui expliquent
front-how-correction = Toutes les cinq questions : votre réponse, celle attendue, ce qui s'est passé, et une leçon de deux minutes.
front-how-profile-title = Un profil qui avance
front-how-profile = Seize compétences, huit niveaux. Vous arrêtez et vous reprenez quand vous voulez.

## Créer un compte
sign-up-title = Créer mon compte
sign-up-lead = Deux minutes, une adresse e-mail, c'est tout.
sign-up-have-account = Vous avez déjà un compte ?
sign-up-first-name = Prénom
sign-up-last-name = Nom
sign-up-email = Adresse e-mail
sign-up-email-hint = Par exemple camille@exemple.fr
sign-up-password = Mot de passe
sign-up-terms-before = J'accepte les
sign-up-terms-terms = conditions d'utilisation
sign-up-terms-and = et j'ai lu ce qui concerne mes
sign-up-terms-privacy = données personnelles
sign-up-submit = Créer mon compte
sign-up-kept = Ce que vous avez écrit est gardé, sauf le mot de passe.
sign-up-refused = Cette adresse ne permet pas de créer un compte. Vérifiez-la : une adresse complète ressemble à camille@exemple.fr. Si vous avez déjà un compte avec elle, un courrier vous dit comment y entrer.
sign-up-error-first-name = Écrivez votre prénom (255 caractères au plus).
sign-up-error-last-name = Écrivez votre nom (255 caractères au plus).
sign-up-error-email = Écrivez une adresse e-mail complète, par exemple camille@exemple.fr.
sign-up-error-terms = Pour créer un compte, cochez cette case.
sign-up-mail-subject = Votre compte { $name } est créé
sign-up-mail-body =
    Bonjour,

    Votre compte { $name } est créé. Pour confirmer que cette adresse est bien la vôtre, ouvrez ce lien (il vaut trois jours) :

    { $link }

    Si vous n'avez pas créé de compte, ne faites rien : vous ne recevrez pas d'autre message.

    L'équipe de { $name }
email-confirmed-title = Adresse confirmée
email-confirmed-text = Merci, votre adresse e-mail est confirmée.
email-confirmed-home = Continuer
email-confirmation-title = Confirmer mon adresse
email-confirmation-text = Un clic, et votre adresse e-mail est confirmée.
email-confirmation-submit = Confirmer mon adresse

## Mots de passe
password-error-empty = Écrivez un mot de passe.
password-error-long = 256 caractères au plus.
password-error-weak = Il manque une règle : 8 caractères, une majuscule, une minuscule, un chiffre ; ou une phrase d'au moins 14 caractères.
password-error-common = Ce mot de passe est trop courant : on le devinerait. Choisissez-en un autre.

## Se connecter
sign-in-title = Se connecter
sign-in-identifier = Adresse e-mail ou identifiant
sign-in-password = Mot de passe
sign-in-submit = Se connecter
sign-in-forgotten = Mot de passe oublié
sign-in-no-account = Pas encore de compte ?
sign-in-refused = L'adresse ou le mot de passe ne correspond pas. Vérifiez les deux, ou demandez un nouveau mot de passe.
sign-in-paused = Trop d'essais. Réessayez dans { $minutes ->
    [one] une minute
   *[other] { $minutes } minutes
}, ou demandez un nouveau mot de passe.
sign-in-blocked = Ce compte est bloqué après de nombreux essais. Demandez un nouveau mot de passe.
sign-in-first = Connectez-vous pour continuer : vous reviendrez à la page demandée.

## Nouveau mot de passe
reset-title = Mot de passe oublié
reset-lead = Écrivez l'adresse e-mail de votre compte : nous y envoyons un lien pour choisir un nouveau mot de passe.
reset-submit = Envoyer le lien
reset-sent-title = Regardez votre messagerie
reset-sent = Si un compte existe avec cette adresse, un lien vient d'y être envoyé. Il vaut un jour et ne sert qu'une fois.
reset-sent-nothing = Rien reçu ? Regardez dans les courriers indésirables, puis vérifiez l'adresse.
reset-mail-subject = Choisir un nouveau mot de passe
reset-mail-body =
    Bonjour { $first },

    Vous avez demandé un nouveau mot de passe pour { $name }. Ouvrez ce lien pour le choisir (il vaut un jour et ne sert qu'une fois) :

    { $link }

    Si ce n'est pas vous, ne faites rien : votre mot de passe reste le même.

    L'équipe de { $name }
new-password-title = Choisir un nouveau mot de passe
new-password-label = Nouveau mot de passe
new-password-submit = Enregistrer et me connecter
new-password-others = Vos autres connexions seront fermées.
link-dead-title = Ce lien ne sert plus
link-dead = Il a déjà servi, il a expiré, ou il est incomplet. Votre compte n'a pas changé.
link-used-title = C'est déjà fait
link-used = Ce lien a déjà servi : un mot de passe a été choisi, connectez-vous avec lui. Si ce n'est pas vous qui l'avez choisi, demandez un nouveau lien.
link-dead-again = Demander un nouveau lien

## Conditions d'utilisation
acceptance-title = Les conditions ont changé
acceptance-lead = Lisez-les, puis dites si vous les acceptez. Vos réponses et votre profil sont gardés dans les deux cas.
acceptance-read = Lire les conditions d'utilisation
acceptance-accept = Accepter et continuer
acceptance-refuse = Refuser et me déconnecter

## Profil
profile-title = Mon profil
profile-heading = Votre profil, maille après maille
profile-lead = Seize compétences, huit niveaux. Chaque rangée de l'alvéole est un domaine ; chaque case se remplit fil par fil.
profile-most = Aujourd'hui on peut atteindre { $max } pix : niveau { $level } dans seize compétences.
profile-certifiable = Votre profil est certifiable.
profile-certifiable-text = Vous avez atteint le niveau 1 dans { $n } compétences ; il en faut 5.
profile-not-certifiable = Pour être certifiable, il faut le niveau 1 dans 5 compétences. { $n ->
    [0] Chaque test vous en rapproche
    [one] Vous l'avez dans une
   *[other] Vous l'avez dans { $n }
}.
profile-resume = Reprendre « { $name } »
profile-start = Commencer « { $name } »
profile-domain-pix = { $pix } pix sur { $most }

## Compétence
competence-start = Commencer
competence-resume = Reprendre
competence-retry = Retenter
competence-see = Voir
competence-review = Revoir
competence-discover = À découvrir
competence-opens = Ouvre en { $month }
competence-opens-long = Les questions de cette compétence ouvrent en { $month }. D'ici là, les autres compétences ouvertes vous attendent.
competence-retry-in = Vous pourrez retenter cette compétence dans { $days ->
    [one] un jour
   *[other] { $days } jours
} : le temps d'apprendre ce qui manque.
competence-top = Niveau maximal atteint
competence-pix = { $pix } pix
competence-next = { $n ->
    [one] Encore un pix pour le niveau { $level }
   *[other] Encore { $n } pix pour le niveau { $level }
}
competence-level = Niveau { $level }
competence-no-level = Pas encore de niveau
competence-themes = Ce qu'elle recouvre
competence-subjects = Les sujets du test
competence-how = Une quinzaine de questions. Vous pouvez vous arrêter et reprendre : vos réponses sont gardées.
competence-in-progress = Test en cours : { $n ->
    [0] aucune réponse
    [one] une réponse
   *[other] { $n } réponses
} pour l'instant.
competence-last-result = Voir mon dernier résultat
competence-tutorials = Tutoriels conseillés

## Question
question-title = Question { $n }
question-of = Question { $n } sur { $total }
question-quit = Quitter
question-quit-kept = Vos réponses sont gardées.
question-mode-free = Mode libre : web et logiciels autorisés
question-mode-focus = Mode concentration : restez sur la page
question-files = { $n ->
    [one] Le fichier
   *[other] Les fichiers
}
question-answer = Votre réponse
question-submit = Je valide
question-skip = Je passe
question-alternative = Lire l'information sous forme de texte
question-error-empty = Donnez une réponse, ou choisissez « Je passe » si vous ne savez pas.
question-error-fields = Remplissez tous les champs, ou choisissez « Je passe ».
question-error-shape = Cette réponse n'a pas la forme attendue. Rien n'a été enregistré ; répondez avec le formulaire.
question-error-long = Cette réponse est trop longue : { $max } caractères au plus. Rien n'a été enregistré.
question-help-choice = Une seule réponse.
question-help-choices = Une ou plusieurs réponses.
question-help-number = Un nombre, en chiffres.
question-help-date = Une date, par exemple 03/05/2024.
question-help-lists = Choisissez une réponse dans chaque liste.
question-help-text = Quelques caractères suffisent.
question-help-fields = Une réponse dans chaque champ.
question-help-fields-date = Une réponse dans chaque champ. Une date s'écrit avec son année, par exemple 03/05/2024.
question-help-set = Dans l'ordre que vous voulez.
question-help-order = Mettez les lignes dans l'ordre.

## Point d'étape
checkpoint-title = Point d'étape
checkpoint-heading = { $good ->
    [0] Le fil se prépare
    [one] Une réponse réussie, le fil avance
   *[other] { $good } réponses réussies sur { $total }, le fil avance
}
checkpoint-lead = Vos réponses sont enregistrées. Lisez la correction qui vous intéresse, puis continuez : le test s'adapte à vous.
checkpoint-continue = Continuer
checkpoint-stop = M'arrêter ici
checkpoint-last = Vos dernières réponses
checkpoint-finished-heading = Le test est terminé
checkpoint-finished-lead = Il ne reste pas de question utile à vous poser. Lisez vos dernières corrections, puis voyez votre résultat.
checkpoint-result = Voir mon résultat

## Corrections
correction-title = Correction de la question { $n }
field-label = { $label } :
correction-happened = Ce qui s'est passé
correction-about = À propos de : { $what }
correction-how = Comment faire
correction-hint = Un indice pour la prochaine fois
correction-tutorials = Pour y arriver la prochaine fois
correction-more = Pour aller plus loin
correction-question = La question
correction-back = Retour

## Résultat
result-title = Résultat
result-zero-heading = Le premier fil est posé
result-zero = Cette fois, aucun pix. Lisez les corrections : chacune montre le geste qui manquait, et les tutoriels durent deux minutes.
result-some-heading = Vous avez gagné { $pix } pix
result-some = Encore { $n } pix pour le niveau 1. Les corrections vous disent par où continuer.
result-level-heading = Niveau { $level } atteint
result-level = Vous avez { $pix } pix dans cette compétence.
measure-range = D'après vos réponses, vous êtes entre { $low } et { $high } pix, avec neuf chances sur dix ; une seule réponse ne décide de rien, et les plus récentes comptent davantage.
result-profile = Voir mon profil
result-answers = Toutes vos réponses
result-evidence = Sujet par sujet
result-subject-level = Niveau { $level }
result-subject-none = À travailler

## Tutoriel
tutorial-kind = Tutoriel, { $minutes } min
tutorial-licence = Texte original, licence CC BY-SA 4.0.

## Aperçu (équipe)
preview-title = Aperçu
preview-banner = Aperçu pour l'équipe : rien n'est enregistré.
preview-verdict = Résultat :
preview-seed = Graine
preview-another = Une autre instance
preview-key = Corrigé

## Banque (équipe)
bank-title = La banque de questions
bank-lead = { $families } familles de questions pour { $skills } acquis, { $tutorials } tutoriels. Les tableaux comptent les familles de chaque sujet, du niveau 1 au niveau 8.
bank-kinds = Ce que l'on fait
bank-modes = Où l'on peut chercher
bank-devices = Appareils
bank-do = agir sur un fichier
bank-investigate = enquêter
bank-know = savoir
bank-free = tout est permis
bank-focus = mode concentré
bank-phone = téléphone
bank-tablet = tablette
bank-desktop = ordinateur
bank-blind = Avec un lecteur d'écran
bank-colour-blind = Sans distinguer les couleurs
bank-deaf = Sans entendre
bank-motor = Sans souris ni frappe rapide
bank-reach = telles quelles { $yes }, avec une aide { $helped }, par une équivalente { $no }
bank-tube = Sujet
bank-level = Niveau { $n }
bank-level-word = Niveau

## Démonstration
outbox-title = Courriers envoyés
outbox-lead = En mode démonstration, les courriers du programme s'affichent ici et s'écrivent dans le dossier des données.
outbox-empty = Aucun courrier pour l'instant. Créez un compte ou demandez un nouveau mot de passe : le courrier apparaîtra ici.

## Divers
nav-competences = Compétences
nav-home = Accueil
nav-tutorials = Mes tutos
nav-mistakes = Mes erreurs

## Formulaires refusés
form-expired-title = Ce formulaire a expiré
form-expired = Vous vous êtes reconnecté depuis, ou la page était ouverte depuis longtemps. Rien n'a été enregistré cette fois-ci.
form-expired-next = Revenez à la page précédente, actualisez-la, et recommencez.
form-broken-title = Ce formulaire est incomplet
form-broken = Ce qui a été envoyé n'a pas la forme attendue. Rien n'a été enregistré.

## Mon compte
account-title = Mon compte
account-names = Prénom et nom
account-names-change = Corriger mes noms
account-save = Enregistrer
account-cancel = Annuler
account-back = Revenir à mon compte
account-email = Adresse e-mail
account-email-none = Aucune adresse n'est enregistrée.
account-email-verified = Vérifiée
account-email-unverified = À confirmer
account-email-why = Une adresse confirmée sert à retrouver votre compte si vous oubliez votre mot de passe.
account-email-send = Recevoir le lien de confirmation
account-sign-in = Connexion
account-sign-in-password = Vous vous connectez avec un mot de passe.
account-sign-in-none = Ce compte n'a pas encore de mot de passe :
account-username = Identifiant :
account-none-title = Vous participez sans compte
account-none-keep = Ce que vous faites ici n'est gardé que quelques heures, sur cet appareil. Créez un compte pour le retrouver et progresser.
account-language = Langue
account-language-label = Langue des pages et des courriers
account-language-submit = Choisir cette langue
account-done-names = Vos noms sont enregistrés.
account-done-language = La langue est enregistrée.
account-done-confirmation = Le lien de confirmation est dans votre boîte aux lettres.

## Mes appareils
devices-title = Mes appareils
devices-lead = Votre compte est ouvert sur ces appareils. Déconnectez ceux que vous ne reconnaissez pas, puis choisissez un nouveau mot de passe.
devices-used = Dernière utilisation notée :
devices-here = Cet appareil
devices-close = Déconnecter { $name }
devices-others = Déconnecter tous les autres
devices-unknown = Appareil inconnu

## Changer d'adresse
account-done-email = Votre nouvelle adresse est enregistrée et vérifiée.
password-present = Mot de passe actuel
password-wrong = Ce mot de passe n'est pas celui de votre compte. Rien n'a changé.
email-change-title = Changer d'adresse e-mail
email-change-lead = Un code sera envoyé à la nouvelle adresse. L'ancienne reste en place jusque-là.
email-change-new = Nouvelle adresse e-mail
email-change-submit = Recevoir le code
email-code-title = Saisir le code
email-code-lead = Si cette adresse peut servir, un code à six chiffres vient d'y être envoyé. Il est valable une heure.
email-code-label = Code à six chiffres
email-code-submit = Changer d'adresse
email-code-again = Recevoir un autre code
email-code-wrong = Ce code ne convient pas : vérifiez les chiffres, ou demandez un nouveau code. Votre adresse n'a pas changé.
email-change-mail-subject = Votre code { $name }
email-change-mail-body =
    Bonjour { $first },

    Voici le code qui confirme votre nouvelle adresse (valable une heure) :

    { $code }

    Si vous n'avez rien demandé, ne faites rien : aucun compte n'utilisera cette adresse.

    L'équipe { $name }

## Changer de mot de passe
password-change-title = Changer de mot de passe
account-done-password = Votre nouveau mot de passe est enregistré. Vos autres connexions sont fermées.
## Pièces à étudier : fenêtres sur d'autres logiciels
exhibit-link-where = Où mène « { $text } » ?
exhibit-link-leads = Mène à
exhibit-mail-from = De
exhibit-mail-to = À
exhibit-mail-cc = Copie à
exhibit-mail-reply-to = Répondre à
exhibit-mail-date = Date
exhibit-mail-attachments = Pièces jointes
exhibit-mail-headers = En-têtes complets
exhibit-browser-tab = Onglet :
exhibit-button = bouton
exhibit-buttons = Boutons
exhibit-field = champ à remplir
exhibit-certificate = Certificat
exhibit-certificate-to = Délivré à
exhibit-certificate-by = Délivré par
exhibit-certificate-from = Valable du
exhibit-certificate-until = Jusqu'au
exhibit-certificate-fingerprint = Empreinte
exhibit-chat-mine = (vous)
exhibit-on = Activé
exhibit-off = Désactivé
drawn-closed-padlock = cadenas fermé
drawn-globe = globe, sans cadenas
drawn-warning-triangle = triangle d'avertissement
drawn-letter-i = lettre i
drawn-question-mark = point d'interrogation
drawn-program = fenêtre de programme
exhibit-post-audience = Visible par :
exhibit-post-comments = Commentaires
exhibit-all-day = Toute la journée
exhibit-chart = { $shape ->
    [bars] Diagramme en barres
   *[lines] Courbes
 } : { $title }. En bas : { $labels }. Séries : { $series }. Axe vertical { $unit } : de { $from } à { $to }.
exhibit-page = Page { $number }
exhibit-page-break = Saut de page
exhibit-note = note
exhibit-document-table = Tableau du document
exhibit-empty-paragraph = (paragraphe vide)
exhibit-spaces = ({ $count } espaces)
exhibit-fixed-spaces = { $count ->
    [one] (espace insécable)
   *[other] ({ $count } espaces insécables)
 }
exhibit-tabs = { $count ->
    [one] (tabulation)
   *[other] ({ $count } tabulations)
 }
style-title = Titre principal
style-heading1 = Titre 1
style-heading2 = Titre 2
style-heading3 = Titre 3
style-normal = Texte
style-quote = Citation
style-caption = Légende
style-bullet = Liste à puces
style-numbered = Liste numérotée
style-header = En-tête
style-footer = Pied de page
style-note = Note de bas de page
exhibit-program-level = (niveau { $level })
square-empty = vide
square-wall = mur
square-goal = arrivée
square-star = étoile
square-robot-north = robot tourné vers le haut
square-robot-east = robot tourné vers la droite
square-robot-south = robot tourné vers le bas
square-robot-west = robot tourné vers la gauche
square-black = noir
square-white = blanc
square-red = rouge
square-green = vert
square-blue = bleu
square-yellow = jaune
square-red-letter = R
square-green-letter = V
square-blue-letter = B
square-yellow-letter = J
