# Reports to print, and exports.
orga-export-ods = Export (ODS)
class-report-title = Class report
report-one = Report to print
report-pupils = One report per pupil
report-print = This page is made for printing on A4: use your browser's Print command.
report-results-how = In percent of skills validated, in all and then by competence.
report-missing = { $n ->
    [one] Has sent no result yet (1)
   *[other] Have sent no result yet ({ $n })
  }
report-skills-of = { $reached } of { $top } skills
report-skills = Skills
report-level = level { $reached } of { $top }
report-strongest = Strong points
report-weakest = To work on
report-too-many = Only the first { $n } reports are here. Choose a class to print the others.
