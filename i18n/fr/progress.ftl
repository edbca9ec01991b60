# Autour des tests : l'accueil, les erreurs, les tutoriels, recommencer.

## Accueil de la personne connectée
home-title = Accueil
home-hello = Bonjour { $first }
home-welcome = Bienvenue, { $first }
home-lead-given = « { $name } » de { $organisation } vous attend : reprenez où vous en étiez.
home-act-given = Reprendre le parcours
home-lead-begin = Commencez par « { $name } » : une quinzaine de questions, en plusieurs fois si vous voulez.
home-lead-resume = Votre test « { $name } » vous attend : { $n ->
    [0] rien n'est encore répondu
    [one] une réponse est enregistrée
   *[other] { $n } réponses sont enregistrées
}.
home-lead-retry = « { $name } » peut être retentée : { $n ->
    [one] un pix vous sépare
   *[other] { $n } pix vous séparent
} du niveau { $level }.
home-act-retry = Retenter « { $name } »
home-left = Vous avez quitté { $name }.
home-done = Bravo, tout ce qui est ouvert est fait. Relire une erreur ou un tutoriel prépare la suite.
home-done-next = Vous pourrez retenter « { $name } » dans { $days ->
    [one] un jour
   *[other] { $days } jours
}.
home-done-mistakes = Revoir mes erreurs
home-done-tutorials = Mes tutoriels
home-profile = Voir mes niveaux
home-resume = À reprendre
home-begin = À découvrir
home-retry = À retenter
home-all = Tout voir
home-orga = Ouvrir Pix Orga
home-staff = Ouvrir Pix Admin
home-all-of = :
home-notice-title = Comment cela se passe
home-notice = Les questions s'adaptent à vous : en rater est normal. Vous arrêtez et vous reprenez quand vous voulez. Chaque réponse a sa correction, gardée dans « Mes erreurs ».
home-notice-close = J'ai compris

## Filtres
filter-competence = Compétence
filter-all = Toutes
filter-apply = Filtrer
filter-drop = Tout afficher

## Mes erreurs
mistakes-title = Mes erreurs
mistakes-lead = Chaque réponse à revoir reste ici, avec sa correction. C'est là que l'on apprend le plus.
mistakes-which = Montrer
mistakes-all = Toutes les erreurs
mistakes-left = Pas encore réussies depuis
mistakes-count = { $n ->
    [0] Aucune réponse à revoir
    [one] Une réponse à revoir
   *[other] { $n } réponses à revoir
}
mistakes-older = Question d'une version plus ancienne
mistakes-learnt = Acquis depuis
mistakes-next = Plus anciennes
mistakes-first = Revenir aux plus récentes
mistakes-end-title = Vous êtes au bout de la liste
mistakes-end = Il n'y a pas d'erreur plus ancienne.
mistakes-none-title = Rien à revoir pour l'instant
mistakes-none = Quand une réponse n'est pas juste, elle arrive ici avec sa correction, et elle y reste : chaque erreur montre un geste à apprendre.
mistakes-none-start = Passer un test
mistakes-filtered-title = Aucune erreur ici
mistakes-filtered = Aucune réponse à revoir ne correspond à ce choix.

## Mes tutoriels
tutorials-title = Mes tutos
tutorials-lead = Des leçons de deux minutes, choisies d'après vos réponses, et celles que vous gardez sous la main.
tutorials-advised = Conseillés pour vous
tutorials-saved = Enregistrés
tutorials-advised-none-title = Pas de conseil pour l'instant
tutorials-advised-none = Quand une question vous résiste, la leçon qui aide apparaît ici.
tutorials-none-start = Passer un test
tutorials-saved-none-title = Aucun tutoriel enregistré
tutorials-saved-none = Choisissez « Enregistrer » sur un tutoriel : il vous attendra ici.
tutorial-save = Enregistrer
tutorial-unsave = Retirer de ma liste
tutorial-useful = Il m'a été utile
tutorial-useful-undo = Utile pour vous : annuler
tutorial-useful-tag = Utile

## Remise à zéro
zero-title = Remettre à zéro
zero-heading = Remettre à zéro « { $name } »
zero-question = Que se passe-t-il si vous remettez à zéro ?
zero-lost = { $level ->
    [0] Vos { $pix } pix dans cette compétence sont perdus.
   *[other] Vos { $pix } pix et votre niveau { $level } dans cette compétence sont perdus.
}
zero-stopped = Le test en cours s'arrête.
zero-certifiable = Votre profil n'est plus certifiable : il faut le niveau 1 dans 5 compétences.
zero-kept = Vos réponses passées et leurs corrections restent dans « Mes erreurs ».
zero-again = Vous pouvez commencer un nouveau test tout de suite.
zero-do = Remettre à zéro
zero-cancel = Garder mes pix
zero-wait = Remise à zéro possible dans { $days ->
    [one] un jour
   *[other] { $days } jours
}.
zero-meanwhile = Sept jours après la dernière réponse : le temps de relire les corrections et de retenter.
zero-back = Revenir à la compétence
zero-done = La compétence est remise à zéro. Vos corrections sont gardées.
