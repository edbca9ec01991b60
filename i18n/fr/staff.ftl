# Les pages de l'équipe du service.
staff-title = Administration du service
staff-organisations = Organisations
staff-organisations-lead = Écoles, universités, entreprises : les créer, les modifier, y faire entrer quelqu'un, les archiver.
staff-profiles = Profils cibles
staff-profiles-lead = Ce que les campagnes demandent : sujets et niveaux, paliers, badges, organisations autorisées.
staff-trainings = Formations
staff-trainings-lead = Ce qui est conseillé après une campagne, et à qui.
staff-bank-lead = De quoi la banque de questions est faite, sujet par sujet.
staff-save = Enregistrer
staff-cancel = Annuler
staff-choose = Choisir
staff-optional = (facultatif)
staff-yes = Oui
staff-no = Non

# La liste.
staff-organisation-new = Créer une organisation
staff-organisation-file = Créer par tableau
staff-organisations-none = Aucune organisation
staff-organisations-none-text = Aucune organisation ne répond à cette recherche.
staff-organisations-count = { $n ->
    [one] { $n } organisation
   *[other] { $n } organisations
 }
staff-search = Nom ou numéro
staff-filter = Filtrer la liste
staff-search-do = Chercher
staff-archived-only = Seulement ce qui est archivé
staff-kind = Type
staff-kind-any = Tous les types
staff-kind-sco = Collège ou lycée
staff-kind-primary = École
staff-kind-sup = Enseignement supérieur
staff-kind-pro = Entreprise, service public, centre de formation
staff-name = Nom
staff-number = Numéro
staff-number-hint = Pour une école, un collège ou un lycée, l'UAI : sept chiffres et une lettre.
staff-province = Département ou province
staff-members = Membres
staff-campaigns = Campagnes
staff-email = Adresse électronique officielle
staff-documentation = Adresse de la documentation
staff-documentation-hint = Une adresse qui commence par https://
staff-officer = Délégué à la protection des données
staff-provider = Identité des élèves
staff-provider-none = Ce service (nom et date de naissance, ou compte)
staff-provider-hint = Avec le GAR, un élève qui tape un code est renvoyé vers le médiacentre de l'établissement.
staff-class-list = Une liste d'élèves est importée, et eux seuls peuvent participer
staff-shows-skills = Les exports donnent chaque acquis
staff-parent = Réseau
staff-parent-hint = Le numéro de l'organisation dont elle dépend. Un seul niveau : un réseau n'a pas lui-même de réseau.
staff-children = Organisations du réseau
staff-tags = Étiquettes
staff-tag-agriculture = Enseignement agricole
staff-tag-apprentices = Centres de formation d'apprentis (CFA)
staff-tag-abroad = Enseignement français à l'étranger (AEFE)
staff-tag-mission = Mission laïque française (MLF)
staff-tag-employment = Pôle emploi
staff-tag-mediation = Médiation numérique
staff-features = Options
staff-feature-sendings = Plusieurs envois aux campagnes d'évaluation
staff-feature-certifiability = Certificabilité calculée chaque nuit
staff-feature-import = Import d'une liste de participants
staff-feature-places = Gestion des places
staff-feature-missions = Missions des classes de CM1 et CM2
staff-feature-attestations = Attestations

# Une organisation.
staff-facts = Description
staff-change = Modifier
staff-archive = Archiver
staff-organisation-change = Modifier { $name }
staff-archived-since = Archivée :
staff-people = Équipe
staff-people-none = Personne n'y travaille encore : invitez son premier administrateur.
staff-person = Personne
staff-role = Rôle
staff-role-admin = Administrateur
staff-role-member = Membre
staff-left = N'en fait plus partie
staff-since = Depuis
staff-join = Ajouter quelqu'un
staff-join-email = Adresse électronique de son compte
staff-join-hint = La personne doit déjà avoir un compte.
staff-join-do = Ajouter
staff-join-unknown = Aucun compte n'a cette adresse : vérifiez-la, ou envoyez une invitation.
staff-invitations = Invitations
staff-invite = Inviter quelqu'un
staff-invite-email = Adresse électronique
staff-invite-hint = Un courrier avec un lien part à cette adresse. La personne crée son compte si elle n'en a pas.
staff-invite-do = Envoyer l'invitation
staff-invited = Invitations en attente
staff-invited-at = Envoyée le
staff-invite-action = Action
staff-invite-cancel = l'invitation de { $email }
staff-role-first = Administrateur pour la première personne, membre ensuite
staff-done-invited = L'invitation est envoyée.
staff-done-cancelled = L'invitation est annulée : son lien ne mène plus nulle part.
staff-invite-mail-subject = Votre espace { $name } Orga : { $organisation }
staff-invite-mail-body =
    Bonjour,

    L'équipe de { $name } vous invite à travailler dans l'organisation { $organisation } sur { $name } Orga : importer les listes, créer des campagnes, suivre les résultats, inviter vos collègues.

    Pour accepter, ouvrez ce lien, puis connectez-vous ou créez un compte :
    { $link }

    Ce lien ne sert qu'une fois. Si cette invitation ne vous est pas destinée, laissez ce message sans suite ou écrivez-nous.

    Une question : { $contact }
staff-done-created = L'organisation est créée.
staff-done-again = Ce formulaire avait déjà été envoyé : voici ce qu'il a créé. Pour créer autre chose, ouvrez un nouveau formulaire.
staff-done-organisations = Les organisations sont créées.
staff-done-changed = Les modifications sont enregistrées.
staff-done-archived = L'organisation est archivée.
staff-done-joined = La personne fait partie de l'organisation.

# Archiver.
staff-archive-title = Archiver { $name } ?
staff-archive-closes = Ses membres ({ $members }) n'y auront plus accès ; ses campagnes ({ $campaigns }) seront archivées.
staff-archive-invitations = Les invitations en attente seront annulées.
staff-archive-keeps = Rien n'est effacé : les résultats restent.
staff-archive-understood = J'ai compris ce qui va se passer
staff-archive-tick = Cochez la case pour confirmer.
staff-archive-do = Archiver l'organisation

# Les fautes.
staff-fault-in = { $field } : { $fault }
staff-fault-missing = À remplir.
staff-fault-long = Trop long : 200 caractères au plus (30 pour un numéro ou un département).
staff-fault-unknown = Valeur inconnue : choisissez parmi celles qui sont proposées.
staff-fault-uai = Un UAI compte sept chiffres et une lettre majuscule, par exemple 0999999X.
staff-fault-number = Un numéro ne contient que des lettres sans accent, des chiffres, - et _.
staff-fault-email = Une adresse électronique s'écrit nom@exemple.fr.
staff-fault-link = Une adresse web commence par https:// ou http://.
staff-fault-yes-no = Écrivez oui ou non.
staff-fault-taken = Une autre organisation porte ce numéro : modifiez-la plutôt que d'en créer une seconde.
staff-fault-twice = Une autre ligne du tableau porte ce numéro : gardez-en une seule.
staff-fault-absent = Aucune organisation ouverte ne porte ce numéro : créez d'abord le réseau.
staff-fault-several = Plusieurs organisations portent ce numéro : corrigez-les d'abord.
staff-fault-deep = Un réseau n'a qu'un niveau : choisissez une organisation qui ne dépend d'aucune autre.

# Le tableau.
staff-file-lead = Collez ici un tableau d'au plus { $most } lignes. Toutes les organisations sont créées, ou aucune.
staff-file-template = Télécharger le modèle (CSV)
staff-file-table = Tableau
staff-file-hint = La première ligne porte le nom des colonnes, séparées par des points-virgules, des virgules ou des tabulations (copie d'un tableur).
staff-file-do = Créer les organisations
staff-file-columns = Colonnes
staff-file-refused = { $n ->
    [one] Rien n'a été créé : { $n } erreur à corriger.
   *[other] Rien n'a été créé : { $n } erreurs à corriger.
 }
staff-file-troubles = Erreurs du tableau
staff-file-line = Ligne
staff-file-column = Colonne
staff-file-found = Trouvé
staff-file-expected = Attendu
staff-file-empty = Une ligne de noms de colonnes, puis au moins une organisation.
staff-file-many = Au plus 1000 lignes : coupez le tableau en plusieurs.
staff-file-missing = Cette colonne est obligatoire.
staff-file-foreign = Cette colonne est inconnue ou présente deux fois : retirez-la ou corrigez son nom.
staff-file-shape = Autant de cellules que dans la première ligne.

# Les profils cibles.
staff-profile-new = Créer un profil cible
staff-profile-change = Modifier le profil cible
staff-profiles-present = Voir ceux qui servent
staff-profiles-outdated = Voir ceux qui ne servent plus
staff-profiles-none = Aucun profil
staff-profiles-none-text = Il n'y a pas de profil cible ici.
staff-category = Famille
staff-category-predefined = Prêts à l'emploi
staff-category-back-to-school = Rentrée
staff-category-domains = Un domaine
staff-category-competences = Une compétence
staff-category-subject = Quelques sujets
staff-category-targeted = Un public ou un thème
staff-category-plus = Pix+
staff-category-custom = Sur mesure
staff-category-other = Autres
staff-subjects = Sujets
staff-subjects-hint = Un niveau choisi pour un domaine ou une compétence vaut pour tous ses sujets, sauf ceux qui ont le leur.
staff-whole = { $name } : tous les sujets
staff-competence-chosen = { $name } ({ $n } sur { $of })
staff-up-to = jusqu'au niveau { $level }
staff-not-asked = Non demandé
staff-minutes = Minutes
staff-description = Description
staff-open-to = Organisations autorisées
staff-open-all = Toutes
staff-open-some = Certaines
staff-profile-public = Toutes les organisations peuvent l'utiliser
staff-profile-simplified = Sans compte : le code suffit
staff-profile-resettable = On peut recommencer à zéro
staff-profile-no-name = Donnez un nom au profil.
staff-profile-long-name = Le nom compte 120 caractères au plus.
staff-profile-long-description = La description compte 1000 caractères au plus.
staff-profile-no-category = Choisissez une famille.
staff-profile-empty = Choisissez au moins un sujet et son niveau.
staff-profile-about = { $n ->
    [one] { $n } sujet, environ { $minutes } minutes
   *[other] { $n } sujets, environ { $minutes } minutes
 }
staff-ready-made = Ce profil est fait à partir de la banque de questions à chaque démarrage : pour le changer, copiez-le.
staff-outdated-since = Ne sert plus :
staff-outdate = Retirer
staff-bring-back = Remettre en service
staff-copy = Copier
staff-share = Autoriser
staff-share-number = Autoriser une organisation : son numéro
staff-unshare = Ne plus autoriser
staff-remove = Supprimer
staff-fault-absent-number = Aucune organisation ouverte, ou plusieurs, portent ce numéro : vérifiez-le.
staff-done-profile-created = Le profil cible est créé.
staff-done-shared = L'organisation peut l'utiliser.
staff-done-unshared = L'organisation ne peut plus l'utiliser.
staff-done-outdated = Le profil ne sert plus ; les campagnes déjà créées continuent.
staff-done-back = Le profil sert à nouveau.
staff-tabs = Pages du profil cible
staff-tab-profile = Sujets
staff-tab-stages = Paliers
staff-tab-badges = Badges

# Les paliers.
staff-stages-lead = Le palier atteint est le plus haut dont le seuil ne dépasse pas la maîtrise. Le premier, à 0 %, est obligatoire et ne donne pas d'étoile.
staff-stages-none = Ce profil n'a pas de palier.
staff-stage-from = { $stars ->
    [0] À partir de { $percent } % · sans étoile
    [one] À partir de { $percent } % · { $stars } étoile
   *[other] À partir de { $percent } % · { $stars } étoiles
 }
staff-for-teacher = Pour l'enseignant :
staff-stage-new = Ajouter un palier
staff-stage-threshold = Seuil
staff-stage-title = Titre lu par le participant
staff-stage-message = Message lu par le participant
staff-stage-teacher-title = Titre lu par l'enseignant
staff-stage-teacher-message = Message lu par l'enseignant
staff-stage-do = Ajouter le palier
staff-stage-no-threshold = Écrivez un nombre entier de 0 à 100.
staff-stage-no-zero = Commencez par le palier à 0 %.
staff-stage-twice = Un palier commence déjà à ce seuil.
staff-stage-many = Un profil a dix paliers au plus.
staff-stage-no-title = Donnez un titre au palier.

# Les badges.
staff-badges-none = Ce profil n'a pas de badge.
staff-badge-new = Ajouter un badge
staff-badge-key = Clé
staff-badge-key-hint = Lettres sans accent, chiffres, - et _ ; elle est unique et ne change plus.
staff-badge-title = Titre
staff-badge-message = Message de réussite
staff-badge-criteria-lead = Un premier critère suffit pour commencer ; d'autres s'ajoutent ensuite, et tous doivent être remplis.
staff-badge-visible = Montré aussi à ceux qui ne l'ont pas
staff-badge-certifiable = Ouvre une certification complémentaire
staff-badge-do = Ajouter le badge
staff-badge-no-key = La clé ne contient que des lettres sans accent, des chiffres, - et _ (60 au plus).
staff-badge-taken = Un autre badge a cette clé.
staff-badge-no-title = Donnez un titre au badge.
staff-criteria-of = Critères de { $title }
staff-criteria-lead = Le badge est obtenu quand tous ses critères sont remplis.
staff-criteria-change = Voir et changer les critères
staff-criteria-back = Revenir aux badges
staff-criterion-new = Ajouter un critère
staff-criterion-do = Ajouter le critère
staff-criterion-threshold = Part des acquis validés
staff-criterion-threshold-hint = Un nombre entier de 1 à 100.
staff-criterion-no-threshold = Écrivez la part des acquis validés : un nombre entier de 1 à 100.
staff-criterion-many = Un badge a vingt critères au plus.
staff-criterion-last = Un badge garde au moins un critère : ajoutez-en un autre d'abord, ou supprimez le badge.
staff-criterion-whole = Au moins { $percent } % de l'ensemble
staff-criterion-some = Au moins { $percent } % de :
staff-counted-subjects = Sujets qui comptent
staff-counted-subjects-hint = Sans aucun choix, tous les sujets du profil comptent. Un niveau choisi pour un domaine ou une compétence vaut pour tous ses sujets, sauf ceux qui ont le leur.
staff-not-counted = Pas de choix

# Les formations.
staff-trainings-about = Chaque profil cible dit quand il conseille une formation.
staff-trainings-none = Aucune formation.
staff-training = Formation
staff-done-training-created = La formation est ajoutée.
staff-training-new = Ajouter une formation
staff-training-title = Titre
staff-training-link = Adresse
staff-training-link-hint = https://… ou une page d'ici, qui commence par /
staff-training-minutes = Durée
staff-training-lang = Langue
staff-training-module = Module
staff-training-tutorial = Tutoriel
staff-training-course = Cours en ligne
staff-training-workshop = Atelier
staff-training-do = Ajouter la formation
staff-training-no-title = Donnez un titre à la formation.
staff-training-no-link = L'adresse commence par https://, http:// ou /.
staff-training-no-minutes = Écrivez un nombre de minutes de 1 à 2400.
staff-opinions = Avis
staff-opinion = { $useful ->
    [one] { $useful } utile sur { $said }
   *[other] { $useful } utiles sur { $said }
 }
staff-actions = Actions
staff-triggers-lead = Une formation est conseillée quand toutes ses conditions sont remplies. Seuls les acquis évalués comptent ; si aucun ne l'est, la part validée est de 0 %.
staff-triggers-none = Ce profil ne conseille aucune formation.
staff-trigger-new = Conseiller une formation
staff-trigger-kind = Condition
staff-trigger-kind-prerequisite = Prérequis : validé au moins
staff-trigger-kind-goal = Objectif : validé au plus
staff-trigger-threshold = Seuil
staff-trigger-threshold-hint = La part des acquis évalués qui sont validés.
staff-trigger-prerequisite = Au moins { $percent } % validés :
staff-trigger-goal = Au plus { $percent } % validés :
staff-trigger-all = tous les sujets du profil

# Les places d'une organisation.
staff-places = Places
staff-places-added = Le lot est ajouté.
staff-places-removed = Le lot est retiré.
staff-places-add = Ajouter un lot
staff-places-add-do = Ajouter le lot
staff-places-remove = Retirer { $reference }
staff-places-reference-hint = Le numéro du bon de commande ou de la convention, par exemple.
staff-places-day-hint = Par exemple 01/09/2026.
staff-places-until-hint = Le premier jour où le lot ne compte plus. Laissez vide s'il n'a pas de fin.
staff-places-fault-count = Écrivez un nombre entier, de 1 à 1 000 000.
staff-places-fault-category = Choisissez un tarif.
staff-places-fault-reference = Écrivez une référence de 100 caractères au plus.
staff-places-fault-day = Écrivez une date qui existe, par exemple 01/09/2026.
staff-places-fault-order = La fin doit venir après le début.
places-category = Tarif
places-free-of-charge = Gratuit
places-public = Public
places-reduced = Réduit
places-special = Spécial
places-full = Plein
