# Pix Orga: ce que voient les enseignants.
orga-workplace = Organisation :
orga-workplaces-title = Mes organisations
orga-workplace-present = Affichée en ce moment
orga-workplace-choose = Afficher
orga-role-admin = Administrateur
orga-role-member = Membre
