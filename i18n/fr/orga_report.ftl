# Rapports à imprimer et exports.
orga-export-ods = Exporter (ODS)
class-report-title = Rapport de la classe
report-one = Fiche à imprimer
report-pupils = Une fiche par élève
report-print = Cette page est faite pour être imprimée, en A4 : utilisez la commande Imprimer du navigateur.
report-results-how = En pourcentage d'acquis validés, en tout puis par compétence.
report-missing = { $n ->
    [one] N'a pas encore envoyé de résultat (1)
   *[other] N'ont pas encore envoyé de résultat ({ $n })
  }
report-skills-of = { $reached } acquis sur { $top }
report-skills = Acquis
report-level = niveau { $reached } sur { $top }
report-strongest = Ses points forts
report-weakest = À travailler
report-too-many = Seules les { $n } premières fiches sont ici. Choisissez une classe pour imprimer les autres.
