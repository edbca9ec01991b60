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
campaign-new = Créer une campagne
campaign-create = Créer la campagne
campaign-save = Enregistrer
campaign-cancel = Annuler
campaign-kept = Rien n'est perdu : corrigez, puis envoyez de nouveau.
campaign-optional = (facultatif)
campaigns-search = Nom ou propriétaire
campaigns-filter = Filtrer les campagnes
campaigns-whose = Lesquelles
campaigns-mine = Les miennes
campaigns-all = Toutes
campaigns-state = État
campaigns-active = En cours
campaigns-archived = Archivées
campaigns-apply = Appliquer
campaigns-none = Pas encore de campagne
campaigns-none-text = Une campagne donne un code à vos élèves ; leurs résultats arrivent ici.
campaigns-none-mine = Vous n'avez pas encore de campagne
campaigns-none-mine-text = Celles de vos collègues se trouvent sous « Toutes ». Une campagne donne un code à vos élèves ; leurs résultats arrivent ici.
campaigns-not-found = Aucune campagne trouvée
campaigns-not-found-text = Essayez un autre nom, ou cherchez parmi toutes les campagnes.
campaigns-show-all = Toutes les campagnes en cours
campaigns-count = { $n ->
    [one] { $n } campagne, la plus récente en premier
   *[other] { $n } campagnes, les plus récentes en premier
}
campaigns-name = Nom
campaigns-owner = Propriétaire
campaigns-created = Créée le
campaigns-participants = Participants
campaigns-results = Résultats reçus
campaigns-nobody = Plus personne
campaign-kind = Ce que font les élèves
campaign-kind-assessment-what = Évaluation : un test qui s'adapte à chacun et reprend là où en est son profil
campaign-kind-collection-what = Collecte de profils : chacun envoie son niveau dans les seize compétences
campaign-kind-exam-what = Interrogation : le même test pour tous, sans tenir compte du profil
campaign-name = Nom de la campagne
campaign-name-hint = Vous et vos collègues le voyez, pas les élèves.
campaign-title = Titre pour les élèves
campaign-title-hint = 50 caractères au plus.
campaign-subjects = Les sujets du test
campaign-source = D'où viennent les sujets
campaign-source-profile = D'un profil cible prêt à l'emploi
campaign-source-picked = De mon propre choix
campaign-profile = Profil cible
campaign-profile-choose = Choisir un profil
campaign-profile-hint = Ses sujets sont copiés dans la campagne : s'il change plus tard, la campagne ne change pas.
campaign-no-profile = Aucun profil cible n'est ouvert à votre organisation : choisissez les sujets vous-même.
campaign-picked-hint = Ouvrez une compétence, cochez des sujets, et choisissez jusqu'où aller dans chacun.
picker-count = { $n } sur { $all }
picker-level = Jusqu'au niveau { $n }
picker-level-of = Niveau le plus haut pour { $subject }
campaign-learners = Pour les élèves
campaign-landing-text = Texte d'accueil
campaign-landing-text-hint = Les élèves le lisent avant de commencer.
campaign-sendings = Envois
campaign-sendings-no = Un seul envoi par élève
campaign-sendings-yes = Plusieurs envois : on peut recommencer après quatre jours
campaign-external = Identifiant demandé aux élèves
campaign-external-none = Aucun
campaign-external-string = Un texte, par exemple un numéro d'étudiant
campaign-external-email = Une adresse e-mail
campaign-external-label = Nom de cet identifiant
campaign-external-label-hint = Au moins trois caractères, par exemple « Numéro d'étudiant ».
campaign-ending = À la fin du parcours (facultatif)
campaign-end-text = Texte de fin
campaign-end-button = Bouton de fin
campaign-end-button-hint = Les mots sur le bouton ; il lui faut une adresse.
campaign-end-link = Adresse du bouton
campaign-end-link-hint = Elle commence par https://
campaign-owner = Propriétaire
campaign-owner-choose = Choisir quelqu'un
campaign-owner-hint = Cette personne peut modifier, archiver et supprimer la campagne, comme les administrateurs.
campaign-error-kind = Choisissez ce que font les élèves.
campaign-error-no-name = Donnez un nom à la campagne.
campaign-error-long-name = Le nom a plus de 200 caractères : raccourcissez-le.
campaign-error-long-title = Le titre a plus de 50 caractères : raccourcissez-le.
campaign-error-long-text = Le texte d'accueil a plus de 5 000 caractères : raccourcissez-le.
campaign-error-no-subjects = Choisissez un profil cible, ou cochez au moins un sujet.
campaign-error-closed-profile = Ce profil cible n'est pas ouvert à votre organisation : choisissez-en un dans la liste.
campaign-error-owner = Choisissez comme propriétaire une personne de l'organisation.
campaign-error-short-label = Le nom de l'identifiant a besoin d'au moins trois caractères.
campaign-error-long-label = Le nom de l'identifiant a plus de 100 caractères : raccourcissez-le.
campaign-error-external-kind = Dites si l'identifiant est un texte ou une adresse e-mail, ou videz son nom.
campaign-error-sendings = Dites si un élève peut envoyer une ou plusieurs fois.
campaign-error-long-end-text = Le texte de fin a plus de 5 000 caractères : raccourcissez-le.
campaign-error-no-button = Il y a une adresse sans bouton : donnez les mots du bouton, ou videz l'adresse.
campaign-error-long-button = Les mots du bouton ont plus de 60 caractères : raccourcissez-les.
campaign-error-no-link = Il y a un bouton sans adresse : donnez l'adresse, ou videz le bouton.
campaign-error-bad-link = L'adresse du bouton doit être celle d'un site et commencer par https://
campaign-facts = La campagne
campaign-subjects-count = { $n ->
    [one] { $n } sujet
   *[other] { $n } sujets
}
campaign-sharing = Donner la campagne aux élèves
campaign-sharing-text = Sur leur accueil, les élèves saisissent le code { $code } ; ou bien ils ouvrent ce lien.
projection-title = Afficher le code
projection-hint = À projeter, ou à imprimer sur une page.
projection-ways = Quitter cette page
projection-back = Retour à la campagne
projection-open = Ouvrez cette adresse
projection-type = Tapez ce code
projection-aim = Ou visez ce carré avec un téléphone
projection-qr = Code à viser, qui ouvre { $address }
projection-archived = Cette campagne est archivée : son code n'ouvre plus de participation.
campaign-actions = Que faire
campaign-edit = Modifier
campaign-edit-title = Modifier la campagne
campaign-edit-lead = Le reste est fixé depuis la création : pour autre chose, dupliquez la campagne ou créez-en une.
campaign-copy = Dupliquer
campaign-copy-name = Copie de { $name }
campaign-archive = Archiver
campaign-unarchive = Désarchiver
campaign-archive-hint = Archivée, une campagne n'accueille plus personne et ne reçoit plus de résultats ; on peut toujours la lire, et la désarchiver.
campaign-not-yours = Seuls son propriétaire et les administrateurs peuvent la modifier, l'archiver ou la supprimer.
campaign-delete = Supprimer
campaign-removal-title = Supprimer la campagne
campaign-removal-question = Supprimer « { $name } » ?
campaign-removal-lost = Participants : { $people } ; résultats reçus : { $results }. Ils disparaissent pour toute l'organisation.
campaign-removal-code = Le code et le lien ne marchent plus.
campaign-removal-learners = Ce que les élèves ont appris reste dans leur profil.
campaign-removal-for-good = C'est définitif. Pour la mettre de côté seulement, archivez-la.
campaign-removal-do = Supprimer la campagne
campaign-removal-keep = Garder la campagne
campaign-done-created = La campagne est créée. Donnez son code ou son lien aux élèves.
campaign-done-changed = La campagne est modifiée.
campaign-done-archived = La campagne est archivée.
campaign-done-unarchived = La campagne est de nouveau ouverte.
campaign-done-copied = Voici la copie, avec son propre code.
campaign-done-deleted = La campagne est supprimée.
campaign-done-picture = L'image d'aide est enregistrée.
campaign-done-picture-removed = L'image d'aide est retirée.
campaign-picture-title = Image d'aide
campaign-picture-lead = Elle s'affiche au-dessus de l'identifiant demandé aux élèves, pour montrer où le trouver. N'y mettez le nom ni la photo de personne.
campaign-picture-present = Image actuelle
campaign-picture-remove = Retirer l'image
campaign-picture-file = Image
campaign-picture-another = Autre image
campaign-picture-hint = PNG, JPEG ou WebP ; { $most } au plus. Le lieu, la date et l'appareil notés dans le fichier sont retirés.
campaign-picture-description = Description
campaign-picture-description-hint = Lue à qui ne voit pas l'image : « Carte de cantine ; le numéro est en bas à droite ».
campaign-picture-missing = Choisissez une image.
campaign-picture-heavy = Cette image est trop lourde : réduisez-la avant de l'envoyer.
campaign-picture-unknown = Ce fichier n'est pas une image PNG, JPEG ou WebP.
campaign-picture-wide = Cette image est trop grande : 4 000 points de côté au plus.
campaign-picture-turned = Cette photo est enregistrée tournée ou en miroir : faites-en une capture d'écran, ou rognez-la et enregistrez-la, puis envoyez la nouvelle image.
campaign-picture-undescribed = Décrivez l'image en quelques mots.
campaign-picture-long = Raccourcissez la description : 300 signes au plus.

# L'équipe.
team-title = Équipe
team-invite = Inviter
team-not-admin = Les administrateurs invitent, changent les rôles et retirent des membres.
team-count = { $n ->
    [one] { $n } personne
   *[other] { $n } personnes
}
team-name = Nom
team-role = Rôle
team-joined = Depuis le
team-actions = Que faire
team-me = (vous)
team-only-admin = Seul administrateur
team-make-admin = Rendre administrateur
team-make-member = Rendre membre
team-remove = Retirer
team-leave = Quitter l'organisation
team-last-admin = Il faut au moins un administrateur : nommez-en d'abord un autre.
team-invitations = Invitations
team-no-invitation = Personne n'a encore été invité.
team-address = Adresse
team-state = État
team-sent = Envoyée le
team-send-again = Renvoyer
team-cancel = Annuler
team-done-role = Le rôle est changé.
team-done-removed = La personne est retirée de l'équipe.
team-done-invited = Les invitations partent.
team-done-sent = L'invitation est renvoyée.
team-done-cancelled = L'invitation est annulée : son lien ne mène plus à rien.
invitation-pending = En attente
invitation-accepted = Acceptée
invitation-cancelled = Annulée
invite-lead = Chaque personne reçoit un lien, valable une fois. Qui est déjà invité reçoit de nouveau le sien.
invite-addresses = Adresses e-mail
invite-addresses-hint = Séparez-les par des virgules.
invite-member = Membre : campagnes et résultats
invite-admin = Administrateur : tout
invite-send = Envoyer les invitations
invite-error-none = Donnez au moins une adresse e-mail.
invite-error-many = Au plus { $n } adresses à la fois : envoyez-les en plusieurs fois.
invite-error-faulty = Ce ne sont pas des adresses e-mail : { $list }. Personne n'est encore invité.
invite-error-here = Déjà dans l'équipe : { $list }. Retirez ces adresses ; personne n'est encore invité.
invite-mail-subject = { $person } vous invite à rejoindre { $organisation }
invite-mail-body =
    Bonjour,

    { $person } vous invite à travailler dans l'organisation { $organisation } sur { $name } Orga : créer des campagnes et suivre les résultats des élèves.

    Pour accepter, ouvrez ce lien, puis connectez-vous ou créez un compte :
    { $link }

    Si vous n'attendiez pas cette invitation, laissez ce message sans suite.

    Une question : { $contact }
member-removal-title = Retirer de l'équipe
member-removal-question = Retirer { $name } de l'équipe ?
member-removal-access = Cette personne ne voit plus rien de l'organisation.
member-removal-campaigns = Ses campagnes et leurs résultats restent ; un administrateur peut leur donner un autre propriétaire.
member-removal-account = Son compte personnel reste ; on peut l'inviter de nouveau.
member-removal-do = Retirer de l'équipe
departure-title = Quitter l'organisation
departure-question = Quitter { $name } ?
departure-access = Vous ne voyez plus rien de l'organisation.
departure-campaigns = Vos campagnes et leurs résultats restent pour vos collègues.
departure-back = Pour revenir, il vous faut une nouvelle invitation.
departure-do = Quitter l'organisation
departure-stay = Rester
departure-last-admin = Vous êtes le seul administrateur. Avant de partir, nommez administrateur une autre personne de l'équipe.
departure-to-team = Voir l'équipe
invitation-title = Invitation
invitation-lead = Vous avez reçu une invitation à rejoindre { $organisation }.
invitation-what = Vous pourrez y créer des campagnes et suivre les résultats des élèves.
invitation-join = Rejoindre l'organisation
invitation-stranger = Pour accepter, il vous faut un compte. Vous reviendrez ici ensuite.
invitation-sign-in = Se connecter
invitation-sign-up = Créer un compte
invitation-mine = Vous avez rejoint { $organisation } avec cette invitation.
invitation-go = Aller aux campagnes
invitation-used = Cette invitation a déjà servi.
invitation-used-next = Un lien ne sert qu'une fois. Demandez une nouvelle invitation à un administrateur de l'organisation.
invitation-taken-back = Cette invitation n'est plus valable.
invitation-taken-back-next = L'organisation l'a annulée. Demandez-en une autre à l'un de ses administrateurs.
invitation-done-joined = Bienvenue : vous faites partie de l'organisation.

# Les places.
places-title = Places
places-lead = Combien de places votre organisation a, et combien sont prises. Personne n'est jamais arrêté faute de place.
places-capacity = Places en cours
places-occupied = Places prises
places-free = Places libres
places-over = { $n ->
    [one] Une personne de plus que de places.
   *[other] { $n } personnes de plus que de places.
}
places-over-next = Rien n'est bloqué : vos campagnes continuent. Demandez d'autres places à l'équipe du service.
places-lots = Lots
places-none = Aucun lot n'est enregistré.
places-reference = Référence
places-count = Places
places-from = À partir du
places-until = Jusqu'au
places-endless = Sans fin
places-state = État
places-pending = À venir
places-active = En cours
places-expired = Terminé
places-how-title = Comment elles sont comptées
places-how = Une place pour chaque personne qui a commencé au moins une campagne, quel que soit le nombre de campagnes, et une pour chaque participation sans compte.
places-how-freed = Une place se libère quand les participations de la personne sont supprimées.
