# Pix Orga : la certificabilité et les statistiques de l'organisation.

## Certificabilité
certifiability = Certificabilité
certifiability-yes = Certifiable
certifiability-no = Pas encore certifiable
certifiability-unknown = Non communiqué
certifiability-title = { $n ->
    [0] Aucun certifiable
    [one] Un certifiable
   *[other] { $n } certifiables
} sur { $of }, par classe
certifiability-how = Est certifiable qui a atteint le niveau 1 dans au moins 5 compétences. Le statut est celui du dernier profil envoyé dans une collecte, à la date indiquée.
certifiability-how-nightly = Est certifiable qui a atteint le niveau 1 dans au moins 5 compétences. Le statut se met à jour chaque nuit, sans envoi ; la date est celle de la dernière activité prise en compte, ou du dernier profil envoyé.
certifiability-by-division = Certificabilité par classe
certifiability-no-division = Sans classe
certifiability-share = Répartition

## Statistiques
statistics-title = Statistiques
statistics-filter = Filtrer les statistiques
statistics-year = Année scolaire
statistics-none = Rien pour l'instant
statistics-none-text = Ici s'afficheront la participation mois par mois et les niveaux atteints dans toutes vos campagnes. Essayez une autre année ou une autre classe, ou partagez le code d'une campagne.
statistics-begun = Ont participé
statistics-sendings = Envois reçus
statistics-level = Niveau moyen atteint
statistics-months = Participation mois par mois
statistics-months-title = Sur l'année, { $begun ->
    [0] aucune participation commencée
    [one] une participation commencée
   *[other] { $begun } participations commencées
}, { $sent ->
    [0] aucune envoyée
    [one] une envoyée
   *[other] { $sent } envoyées
}. Le détail est dans le tableau.
statistics-months-begun = Commencées
statistics-months-sent = Envoyées
statistics-months-table = Mois par mois, en tableau
statistics-month = Mois
statistics-levels = Niveaux atteints, par compétence
statistics-levels-how = { $n ->
    [one] Une personne
   *[other] { $n } personnes
} ; pour chaque sujet compte son résultat le plus récent de l'année. Barre foncée : niveau moyen atteint. Barre claire : le plus haut niveau demandé, en moyenne. La largeur entière vaut 8 niveaux.
statistics-levels-none = Aucun test n'a été envoyé : les niveaux s'afficheront avec le premier résultat. Les collectes de profils n'y comptent pas.
statistics-newest-only = Les 20 000 résultats les plus récents sont pris en compte.
statistics-table = En tableau
statistics-competence = Compétence
statistics-domain = Domaine
statistics-people = Personnes
statistics-classes = Participation par classe
statistics-classes-how = Élèves de la liste actuelle. Barre claire : ont commencé au moins une campagne cette année. Barre foncée : ont envoyé au moins un résultat.
statistics-learners = Élèves
statistics-took-part = Ont participé
statistics-sent = Ont envoyé
statistics-share = Part

## Le tableau à télécharger.
statistics-csv = Télécharger les chiffres (CSV)
statistics-csv-who = Classe retenue
statistics-csv-kind = Rubrique
statistics-csv-name = Nom
statistics-csv-all = Ensemble
statistics-csv-begun = Participations commencées
statistics-csv-sent = Participations envoyées
statistics-csv-asked = Personnes évaluées
statistics-csv-top = Plus haut niveau demandé, en moyenne
