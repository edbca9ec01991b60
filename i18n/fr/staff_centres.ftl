# Les centres de certification, vus par l'équipe du service.
staff-centres = Centres de certification
staff-centres-lead = Là où l'on passe la certification : les créer, les modifier, dire ce que chacun peut certifier, les archiver.
staff-centre-new = Créer un centre
staff-centres-none = Aucun centre
staff-centres-none-text = Aucun centre ne répond à cette recherche.
staff-centres-count = { $n ->
    [one] { $n } centre
   *[other] { $n } centres
 }
staff-centre-number-hint = Pour un collège ou un lycée, l'UAI : sept chiffres et une lettre. C'est par ce numéro que le centre est lié à l'organisation de l'établissement.
staff-centre-taken = Un autre centre porte ce numéro : modifiez-le plutôt que d'en créer un second.
staff-habilitations = Habilitations
staff-habilitations-hint = Ce que le centre peut certifier en plus du référentiel commun.
staff-habilitation-clea = CléA numérique
staff-habilitation-law = Droit
staff-habilitation-health = Professions de santé
staff-habilitation-primary = Édu premier degré
staff-habilitation-secondary = Édu second degré
staff-habilitation-school-life = Édu vie scolaire
staff-centre-certifies = Ce qui s'y certifie
staff-centre-core = Référentiel commun, pour tous les centres
staff-centre-organisation = Organisation liée
staff-centre-alone = Aucune organisation du même type ne porte ce numéro.
staff-centre-unnumbered = Sans numéro, un centre n'est lié à aucune organisation.
staff-centre-class-list = Ses candidats pourront être inscrits depuis la liste d'élèves.
staff-centre-people-later = Les membres d'un centre seront invités quand l'espace de certification ouvrira.
staff-centre-archived-since = Archivé :
staff-done-centre-created = Le centre est créé.
staff-done-centre-archived = Le centre est archivé.
staff-centre-archive-closes = Il ne pourra plus être modifié, et plus aucune session n'y sera ouverte.
staff-centre-archive-keeps = Rien n'est effacé ; son numéro peut servir à un autre centre.
staff-centre-archive-do = Archiver le centre
