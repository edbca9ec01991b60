# Pix Orga : ce que l'enseignant voit d'une campagne.

## Listes et filtres
orga-filter = Filtrer la liste
orga-filter-name = Nom ou prénom
orga-filter-every = Tous
orga-division = Classe ou groupe
orga-status = Avancement
orga-status-started = En cours
orga-status-to-send = À envoyer
orga-status-sent = Envoyé
orga-person = Nom et prénom
orga-anonymous = Sans nom
orga-tries = Essais
orga-list = Participants
orga-shown = { $n ->
    [0] Personne n'est affiché
    [one] Une personne affichée
   *[other] { $n } personnes affichées
}
orga-none-kept = Aucun résultat avec ces filtres. Retirez-en un pour élargir la liste.
orga-cut = Cette page s'arrête aux { $n } premiers essais, les plus anciens. L'export (CSV) les contient tous.
orga-export = Exporter (CSV)

## Activité
orga-participants = Participants
orga-received = Résultats reçus
orga-out-of = sur { $n }
orga-nobody-title = Personne n'a encore commencé
orga-nobody = Ici s'afficheront les participants et leur avancement. Pour commencer, ils vont sur { $site }, choisissent « J'ai un code » et saisissent { $code }.
orga-chart = Départs et envois
orga-chart-title = { $started ->
    [one] Une personne a commencé
   *[other] { $started } personnes ont commencé
}, { $sent ->
    [0] aucune n'a envoyé
    [one] une a envoyé
   *[other] { $sent } ont envoyé
}.
orga-chart-started = Ont commencé
orga-chart-sent = Ont envoyé
orga-chart-table = Jour par jour
orga-chart-day = Jour

## Résultats
orga-no-result-title = Aucun résultat reçu
orga-no-result = Ici s'afficheront les résultats, dès qu'un participant aura terminé et envoyé le sien.
orga-mean = Résultat moyen
orga-mean-pix = Pix en moyenne
orga-percent = { $n } %
orga-spread = Répartition des résultats
orga-spread-how = Chaque barre filtre la liste ; la choisir à nouveau retire ce filtre.
orga-band = { $first } à { $last } %
orga-chosen = (choisi)
orga-results-list = Résultats par participant
orga-result = Résultat
orga-badge = Résultat thématique
orga-badges = Résultats thématiques
orga-stage = Palier
orga-stage-name = Palier { $n } : { $title }
orga-stars = { $n ->
    [one] une étoile
   *[other] { $n } étoiles
} sur { $of }
orga-sendings = Envois
orga-sent-on = Envoyé le
orga-started-on = Commencé le
orga-pix = Pix
orga-certifiable = Certifiable
orga-certifiable-yes = Certifiable
orga-certifiable-no = Pas encore
orga-certifiable-competences = Compétences certifiables
orga-certifiable-count = { $n ->
    [0] Aucune compétence certifiable
    [one] Une compétence certifiable
   *[other] { $n } compétences certifiables
} ; il en faut cinq.

## Analyse
orga-analysis-none-title = Pas encore d'analyse
orga-analysis-none = Elle se construit avec les résultats reçus : niveau atteint dans chaque sujet, tableau de la classe, groupes de besoin.
orga-analysis-collection-title = Pas d'analyse pour une collecte
orga-analysis-collection = Une collecte de profils n'interroge sur aucun sujet. Ses niveaux et ses pix sont dans les résultats.
orga-position = Positionnement
orga-positions = Positionnement par compétence et par sujet
orga-positions-how = Niveau moyen atteint, sur le plus haut niveau que la campagne demande. Niveaux 1 et 2 : novice ; 3 et 4 : indépendant ; 5 et 6 : avancé ; 7 et 8 : expert.
orga-band-novice = Novice
orga-band-independent = Indépendant
orga-band-advanced = Avancé
orga-band-expert = Expert
orga-level = Niveau
orga-level-of = { $reached } sur { $reachable }
orga-level-one = { $reached } sur { $top }
orga-subject = Sujet
orga-spread-of-class = Répartition
orga-board = Tableau de la classe
orga-board-caption = Acquis validés, en pourcentage, par participant et par sujet. { $n ->
    [one] Un participant.
   *[other] { $n } participants.
}
orga-board-open = Choisissez une compétence pour voir ses sujets.
orga-board-close = Revenir aux compétences
orga-legend = Légende
orga-step-mastered = Acquis, 75 et plus
orga-step-on-the-way = En bonne voie, 50 à 74
orga-step-fragile = Fragile, 25 à 49
orga-step-building = À construire, moins de 25
orga-not-asked = Pas interrogé
orga-groups = Groupes de besoin proposés
orga-groups-how = Un niveau est à portée de la classe quand un quart des participants l'a atteint. Sont réunis ceux qui sont encore en dessous dans les mêmes sujets.
orga-groups-choose = Choisissez une classe pour voir les groupes de besoin.
orga-groups-crowd = Des groupes de besoin sont proposés jusqu'à { $n } personnes.
orga-groups-none = Personne n'est sous le niveau à portée de la classe dans le même sujet qu'un autre.
orga-group = Groupe { $n }
orga-group-lacks = { $n ->
    [one] Un participant, à faire progresser sur :
   *[other] { $n } participants, à faire progresser sur :
}
orga-group-level = jusqu'au niveau { $n }
orga-group-campaign = Créer une campagne de suivi
orga-group-more = { $n ->
    [one] Un autre nom
   *[other] { $n } autres noms
}
orga-groups-alone = À accompagner un par un
orga-groups-alone-how = Leurs besoins ne sont partagés par aucun groupe.
orga-groups-ready = Prêts à aider
orga-groups-ready-how = Ils ont atteint tout ce qui est à portée de la classe.

## Un participant
orga-person-tries = Essais de cette personne
orga-try = Essai { $n }
orga-progress = Progression : { $n } %
orga-not-sent-title = Rien n'est encore envoyé
orga-not-sent = Le détail par compétence s'affichera quand le résultat sera envoyé.
orga-competences = Par compétence
orga-competence = Compétence
orga-mastery = { $n } % : { $validated } acquis validés sur { $skills }
orga-mastered-share = Acquis validés

## Export
orga-csv-organisation = Nom de l'organisation
orga-csv-campaign-id = ID Campagne
orga-csv-code = Code
orga-csv-campaign = Nom de la campagne
orga-csv-profile = Nom du Profil Cible
orga-csv-last-name = Nom du Participant
orga-csv-first-name = Prénom du Participant
orga-csv-class = Classe
orga-csv-group = Groupe
orga-csv-number = Numéro Étudiant
orga-csv-progress = % de progression
orga-csv-started = Date de début
orga-csv-shared = Partage (O/N)
orga-csv-shared-on = Date du partage
orga-csv-stage = Palier obtenu (/{ $of })
orga-csv-badge = { $name } obtenu (O/N)
orga-csv-mastery = % maitrise de l'ensemble des acquis du profil
orga-csv-competence-mastery = % de maitrise de la compétence { $name }
orga-csv-competence-skills = Nombre d'acquis de la compétence { $name }
orga-csv-competence-validated = Acquis maitrisés de la compétence { $name }
orga-csv-domain-mastery = % de maitrise du domaine { $name }
orga-csv-domain-skills = Nombre d'acquis du domaine { $name }
orga-csv-domain-validated = Acquis maitrisés du domaine { $name }
orga-csv-sent = Envoi (O/N)
orga-csv-sent-on = Date de l'envoi
orga-csv-pix = Nombre de pix total
orga-csv-certifiable = Certifiable (O/N)
orga-csv-certifiable-competences = Nombre de compétences certifiables
orga-csv-competence-level = Niveau pour la compétence { $name }
orga-csv-competence-pix = Nombre de pix pour la compétence { $name }
orga-csv-yes = Oui
orga-csv-no = Non
orga-csv-absent = NA
orga-csv-ok = OK
orga-csv-ko = KO
orga-csv-not-tested = Non testé
