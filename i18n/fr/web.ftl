# Ce que toutes les pages partagent : le cadre, les composants, les pages d'erreur.
# Écrivez des espaces et des apostrophes ordinaires : le programme les rend insécables et courbes.

## Cadre
skip-link = Aller au contenu
nav-main = Principale
nav-menu = Menu
nav-brand = { $name }, accueil
nav-account = Mon compte
nav-sign-out = Se déconnecter
legal-accessibility = Accessibilité
legal-privacy = Données personnelles
legal-terms = Conditions d'utilisation
legal-notice = Mentions légales
legal-help = Aide
prefs-comfort = Confort de lecture
prefs-theme = Couleurs de la page
prefs-theme-auto = Auto
prefs-theme-light = Clair
prefs-theme-dark = Sombre

## Formulaires
errors-title = { $n ->
    [one] Un point à corriger
   *[other] { $n } points à corriger
}
select-blank = Choisir
password-advice = Au moins 14 caractères, ou les quatre règles ci-dessous.
password-rules = Règles du mot de passe
password-rule-length = 8 caractères au moins
password-rule-upper = une majuscule
password-rule-lower = une minuscule
password-rule-digit = un chiffre
password-show = Afficher
password-met = % règles sur 4 respectées
order-rank = Rang de « { $line } »
order-up = Monter « { $line } »
order-down = Descendre « { $line } »

## Domaines et niveaux
domains = Domaines
domain-information = Informations et données
domain-communication = Communication et collaboration
domain-creation = Création de contenus
domain-protection = Protection et sécurité
domain-environment = Environnement numérique
domain-information-short = Information
domain-communication-short = Communication
domain-creation-short = Création
domain-protection-short = Protection
domain-environment-short = Environnement
comb-title = { $n } pix sur { $of }
comb-domain = { $domain } : { $levels }.
comb-level = { $level ->
    [0] pas commencé
   *[other] niveau { $level }
}
ring-none = Pas commencé
ring-level = Niveau { $level } sur 8, { $progress } % du niveau suivant
ring-full = Niveau 8 sur 8, le plus haut
thread = Progression : { $done } sur { $of }
thread-now = Progression : { $done ->
    [0] aucune question faite
    [one] une question faite
   *[other] { $done } questions faites
} sur { $of }, question { $now } en cours

## Réponses et corrections
outcome-ok = Réussie
outcome-partial = En partie
outcome-ko = À revoir
outcome-skipped = Passée
outcome-timed-out = Hors délai
outcome-left = Page quittée
compare-mine = Votre réponse
compare-none = Sans réponse
compare-expected = Réponse attendue
tutorial-minutes = Tutoriel, { $n } min

## Fichiers et documents
download-others = Autres formats :
file-sheet = Classeur
file-text = Document
file-picture = Image
file-zip = Dossier compressé
file-mail = Message
file-other = Fichier
exhibit-folder = dossier
exhibit-file = fichier
exhibit-empty-folder = Dossier vide
drawn-screen = un écran
drawn-cloud = un nuage
drawn-cloud-tick = un nuage coché
drawn-two-arrows = deux flèches en cercle
drawn-cross = une croix dans un cercle
drawn-two-sheets-apart = deux feuilles écartées
drawn-two-people = deux personnes
drawn-pin = une épingle
drawn-two-bars = deux barres dans un cercle

## Se repérer
breadcrumb = Fil d'Ariane
pagination = Pages
sort-by = Trier par
sort-up = { $column }, ordre croissant
sort-down = { $column }, ordre décroissant
pagination-page = Page { $n }
code-copy = Copier
code-copied = Copié

## Quand cela ne marche pas
trouble-code = Code { $code }
trouble-home = Revenir à l'accueil
trouble-retry = Réessayer
trouble-404-title = Cette page n'existe pas
trouble-404-happened = L'adresse est incomplète, ou la page a été déplacée.
trouble-404-next = Vérifiez l'adresse, ou repartez de l'accueil.
trouble-403-title = Cette page n'est pas pour ce compte
trouble-403-happened = Elle appartient à quelqu'un d'autre, ou demande d'autres droits.
trouble-403-next = Revenez en arrière, ou connectez-vous avec le bon compte.
trouble-413-title = C'est trop lourd
trouble-413-happened = Ce qui a été envoyé dépasse la taille acceptée.
trouble-413-next = Revenez en arrière et envoyez un texte plus court ou un fichier plus petit.
trouble-429-title = Trop d'essais d'affilée
trouble-429-happened = Beaucoup de demandes sont venues de votre réseau ou de votre connexion en peu de temps. Rien n'a été changé.
trouble-429-next = Il suffit d'attendre un peu.
trouble-429-seconds = Réessayez dans { $seconds ->
    [one] une seconde
   *[other] { $seconds } secondes
}.
trouble-429-minutes = Réessayez dans { $minutes ->
    [one] une minute
   *[other] { $minutes } minutes
}.
trouble-500-title = Le programme a rencontré un problème
trouble-500-happened = Le problème vient de chez nous et a été noté.
trouble-500-next = Réessayez dans un instant. S'il revient, donnez le code ci-dessous à l'aide.
trouble-503-title = Le service fait une courte pause
trouble-503-happened = Il est très demandé, ou en cours de mise à jour.
trouble-503-next = Réessayez dans une minute.
trouble-kept = Rien de ce que vous avez déjà validé n'est perdu.
