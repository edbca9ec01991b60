# Pix Orga: what teachers see.
orga-workplace = Organisation:
orga-workplaces-title = My organisations
orga-workplace-present = Shown at present
orga-workplace-choose = Show
orga-role-admin = Administrator
orga-role-member = Member
