# Pix Orga: ce que voient les enseignants.
orga-workplace = Organisation :
orga-workplaces-title = Mes organisations
orga-workplace-present = Affichée en ce moment
orga-workplace-choose = Afficher
orga-role-admin = Administrateur
orga-role-member = Membre

# Les campagnes.
campaigns-title = Campagnes
campaign-code = Code
campaign-archived = Archivée
campaign-tabs = Pages de la campagne
campaign-tab-activity = Activité
campaign-tab-results = Résultats
campaign-tab-analysis = Analyse
campaign-tab-settings = Paramètres
campaign-kind-assessment = Évaluation
campaign-kind-collection = Collecte de profils
campaign-kind-exam = Interrogation
campaign-kind-course = Parcours sans compte
