# Certification centres, as the service's staff see them.
staff-centres = Certification centres
staff-centres-lead = Where people are certified: making them, changing them, saying what each may certify, archiving them.
staff-centre-new = Create a centre
staff-centres-none = No centre
staff-centres-none-text = No centre matches this search.
staff-centres-count = { $n ->
    [one] { $n } centre
   *[other] { $n } centres
 }
staff-centre-number-hint = For a secondary school, the UAI: seven digits and a letter. This number links the centre to the school's organisation.
staff-centre-taken = Another centre has this number: change that one rather than create a second.
staff-habilitations = Accreditations
staff-habilitations-hint = What the centre may certify beyond the common framework.
staff-habilitation-clea = CléA numérique
staff-habilitation-law = Law
staff-habilitation-health = Health professions
staff-habilitation-primary = Primary education
staff-habilitation-secondary = Secondary education
staff-habilitation-school-life = School life
staff-centre-certifies = What is certified here
staff-centre-core = The common framework, in every centre
staff-centre-organisation = Linked organisation
staff-centre-alone = No organisation of the same kind has this number.
staff-centre-unnumbered = Without a number, a centre is linked to no organisation.
staff-centre-class-list = Its candidates can be enrolled from the class list.
staff-centre-people-later = Members of a centre will be invited once the certification space opens.
staff-centre-archived-since = Archived:
staff-done-centre-created = The centre is created.
staff-done-centre-archived = The centre is archived.
staff-centre-archive-closes = It can be changed no more, and no session is opened there any more.
staff-centre-archive-keeps = Nothing is erased; its number can serve another centre.
staff-centre-archive-do = Archive the centre
