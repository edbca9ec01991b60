# Pix Orga : la liste des élèves et ses imports.
learners-title = Élèves
learners-import = Importer une liste
learners-search = Nom ou prénom
learners-division = Classe ou groupe
learners-every-division = Toutes
learners-state = Liste
learners-present = Liste actuelle
learners-gone = Sortis de la liste
learners-filter = Filtrer les élèves
learners-apply = Appliquer
learners-count = { $n ->
    [0] Personne
    [one] Une personne
   *[other] { $n } personnes
}
learners-name = Nom et prénom
learners-usual = usuel : { $name }
learners-born = né(e) le { $date }
learners-last = Dernière participation
learners-never = Aucune
learners-number = Campagnes
learners-login = Connexion
learners-login-none = Pas encore de compte
learners-login-email = Adresse e-mail
learners-login-username = Identifiant
learners-login-both = Adresse e-mail ou identifiant
learners-login-other = Autre service
learners-empty = Pas encore d'élèves
learners-empty-text = Importez la liste de votre établissement : les élèves s'y reconnaîtront en rejoignant une campagne.
learners-empty-member = Un administrateur de votre organisation peut importer la liste ; les élèves s'y reconnaîtront en rejoignant une campagne.
learners-not-found = Personne avec ces filtres
learners-not-found-text = Essayez une autre orthographe, ou toutes les classes.
learners-all = Voir toute la liste

## Envoyer un fichier.
import-title = Importer une liste d'élèves
import-lead = Rien ne change avant votre confirmation : vous verrez d'abord, ligne par ligne, ce que le fichier ajoute, modifie et retire. Vous pourrez revenir en arrière pendant sept jours. Un élève qui arrive d'un autre établissement garde son compte : il est reconnu à son INE et à sa date de naissance.
import-no-format = Votre organisation ne gère pas de liste d'élèves. Si elle le devrait, écrivez à l'assistance.
import-format = Format du fichier
import-format-siecle = SIECLE : le fichier des élèves avec leurs classes (XML ou ZIP)
import-format-fregata = FREGATA : l'export des élèves (CSV)
import-format-sup = Étudiants : ajouter et mettre à jour (CSV)
import-format-sup-whole = Étudiants : remplacer toute la liste (CSV)
import-format-onde = ONDE : l'extraction des élèves de CM1 et de CM2 (CSV)
import-format-onde-whole = ONDE de toute l'école : les autres niveaux sont laissés de côté (CSV)
import-format-generic = Tableau simple : nom, prénom, classe, date de naissance (CSV)
import-format-one-roster = OneRoster 1.2 (ZIP de tables CSV)
import-file = Fichier
import-file-hint = { $endings } ; { $most } au plus. Envoyez-le tel qu'il a été exporté.
import-template = Télécharger un modèle à remplir (CSV)
import-send = Lire le fichier
import-give-up = Annuler
import-no-file = Choisissez un fichier.
import-under-way = Un import de votre organisation n'est pas terminé : confirmez-le ou abandonnez-le avant d'en commencer un autre.
import-open = Ouvrir cet import
import-latest = Dernier import
import-details = Voir le détail
import-state-uploaded = En cours de lecture.
import-state-refused = Refusé : le fichier a des erreurs, rien n'a changé.
import-state-previewed = Prêt : il attend votre confirmation.
import-state-applied = Fait : la liste est à jour.
import-state-cancelled = Abandonné : rien n'a changé.
import-state-undone = Annulé : la liste est redevenue ce qu'elle était.

## Ce que devient un fichier.
import-preview-title = Import d'une liste
import-waiting = Le fichier est en cours de lecture : cela prend quelques secondes. Rien ne change pour l'instant.
import-refresh = Voir où il en est
import-cancel = Abandonner cet import
import-refused = { $n ->
    [one] Une erreur à corriger. Rien n'a changé dans votre liste.
   *[other] { $n } erreurs à corriger. Rien n'a changé dans votre liste.
}
import-refused-further = Seules les { $n } premières sont affichées.
import-faults = Erreurs du fichier
import-line = Ligne
import-field = Colonne ou champ
import-found = Trouvé
import-expected = Attendu
import-what = Ce qui ne va pas, et quoi faire
import-at-most = { $size } au plus
import-expected-is = Attendu : { $what }.
import-whole-file = Tout le fichier
import-again = Envoyer le fichier corrigé
import-ready = Voici ce que ce fichier change. Rien n'est fait avant que vous confirmiez.
import-disabled-warning = { $n ->
    [one] Une personne n'est pas dans le fichier : elle sera désactivée, ses résultats restent.
   *[other] { $n } personnes ne sont pas dans le fichier : elles seront désactivées, leurs résultats restent.
}
import-nothing = Ce fichier ne change rien : la liste est déjà à jour.
import-confirm = Confirmer l'import
import-undo = Annuler cet import
import-followed = Un autre import l'a suivi ou attend d'être confirmé : annulez d'abord celui-là.
import-undo-until = Vous pouvez l'annuler jusqu'au { $date } : ce qu'il a changé revient, sauf ce qui a changé depuis.
import-to-list = Voir la liste
import-another = Importer un autre fichier
import-warnings = { $n ->
    [one] Une valeur n'a pas été reconnue
   *[other] { $n } valeurs n'ont pas été reconnues
}
import-warning = Ligne { $line }, { $field } : « { $value } » est enregistré comme « Non reconnu ».
import-warning-empty = Ligne { $line }, { $field } : la case est vide ; « Non reconnu » est enregistré.
import-changes = Ligne par ligne
import-all = Tout
import-change = Changement
import-why = Détail
import-missing = Absent du fichier
import-no-lines = Aucune ligne de cette sorte.
import-forgotten = Le détail de cet import n'est gardé que sept jours.

## De nouveaux mots de passe, et les fiches de connexion.
passwords-title = Mots de passe des élèves
passwords-lead = Pour les élèves qui se connectent avec un identifiant. Chacun reçoit un mot de passe provisoire ; l'ancien ne marche plus, et l'élève choisit le sien à la prochaine connexion.
passwords-choose = Choisir une classe
passwords-untouched = (ne change pas)
passwords-do = Créer les fiches à imprimer
passwords-table = Télécharger un tableau (CSV)
passwords-none = Aucun élève de cette classe ne se connecte avec un identifiant : il n'y a rien à faire ici.
passwords-nobody = Cochez au moins un élève qui se connecte avec un identifiant.
passwords-slips = Fiches de connexion
passwords-once = Imprimez cette page maintenant : ces mots de passe ne seront plus affichés.
passwords-done = Retour à la liste
passwords-where = Connecte-toi sur { $site }
passwords-username = Identifiant
passwords-password = Mot de passe provisoire
passwords-own = Tu choisiras ton propre mot de passe ensuite. Ne le donne à personne.
import-kind-added = Ajoutés
import-kind-moved = Changent de classe
import-kind-changed = Modifiés
import-kind-back = Reviennent
import-kind-disabled = Désactivés
import-kind-skipped = Laissés de côté
import-kind-unchanged = Inchangés
import-row-added = Ajout
import-row-moved = Changement de classe
import-row-changed = Modification
import-row-back = Retour
import-row-disabled = Désactivation
import-row-skipped = Laissé de côté
import-skip-left = A quitté l'établissement
import-skip-number = N'a pas encore d'INE
import-skip-class = N'est dans aucune classe
import-skip-level = D'un niveau qui n'est pas importé
import-skip-school = D'un autre établissement
import-field-first-name = prénom
import-field-second-name = deuxième prénom
import-field-third-name = troisième prénom
import-field-last-name = nom
import-field-usual-name = nom d'usage
import-field-birth-date = date de naissance
import-field-sex = sexe
import-field-birth-place = lieu de naissance
import-field-number = numéro
import-field-email = adresse e-mail
import-field-division = classe
import-field-level = niveau
import-field-mef = formation (MEF)
import-field-status = statut
import-field-department = composante
import-field-team = équipe pédagogique
import-field-diploma = diplôme
import-field-scheme = régime
import-field-further = autres colonnes

## Ce qui ne va pas dans un fichier, et quoi faire
import-fault-encoding = Les lettres du fichier ne sont pas lisibles.
import-remedy-encoding = Enregistrez-le de nouveau en UTF-8 (dans un tableur : « CSV UTF-8 »).
import-fault-csv = Les colonnes de cette ligne ne sont pas séparées comme prévu.
import-remedy-csv = Exportez le tableau avec le point-virgule comme séparateur, sans modifier les colonnes.
import-fault-header = Une colonne obligatoire manque.
import-remedy-header = Ajoutez-la, avec ce nom exact, ou repartez du modèle.
import-fault-header-unknown = Cette colonne n'est pas prévue.
import-remedy-header-unknown = Retirez-la, ou corrigez son nom.
import-fault-required = Cette case ne doit pas être vide.
import-remedy-required = Remplissez-la.
import-fault-short = Ce texte est trop court.
import-remedy-short = Écrivez-le en entier.
import-fault-long = Ce texte est trop long.
import-remedy-long = Raccourcissez-le.
import-fault-length = Ce texte n'a pas la bonne longueur.
import-remedy-length = Vérifiez qu'il ne manque aucun signe, ni qu'il y en a en trop.
import-fault-date = Ce n'est pas une date qui existe, écrite comme prévu.
import-remedy-date = Corrigez la date.
import-fault-email = Ce n'est pas une adresse e-mail.
import-remedy-email = Corrigez l'adresse, ou videz la case.
import-fault-values = Cette valeur n'est pas parmi celles qui sont possibles.
import-remedy-values = Remplacez-la par l'une d'elles.
import-fault-number = Un numéro étudiant n'a que des lettres, des chiffres, « _ » et « - ».
import-remedy-number = Retirez les autres signes.
import-fault-number-twice = Ce numéro étudiant figure déjà plus haut dans le fichier.
import-remedy-number-twice = Corrigez le numéro, ou retirez la ligne en double.
import-fault-identifier-twice = Cet identifiant figure déjà plus haut dans le fichier.
import-remedy-identifier-twice = Corrigez-le, ou retirez la ligne en double.
import-fault-twice = La même personne figure déjà plus haut dans le fichier.
import-remedy-twice = Retirez la ligne en double.
import-fault-insee = Ce code INSEE n'existe pas.
import-remedy-insee = Vérifiez le code dans le registre, puis exportez de nouveau.
import-fault-uai = Ce fichier est celui d'un autre établissement.
import-remedy-uai = Exportez le fichier de votre établissement, ou passez à l'organisation qui a ce numéro.
import-fault-ine = Il manque l'INE.
import-remedy-ine = Complétez-le dans le registre, puis exportez de nouveau.
import-fault-ine-twice = Cet INE figure déjà plus haut dans le fichier.
import-remedy-ine-twice = Corrigez-le dans le registre, puis exportez de nouveau.
import-fault-sex = Il manque le code du sexe.
import-remedy-sex = Complétez-le dans le registre, puis exportez de nouveau.
import-fault-birth = Il manque la date de naissance.
import-remedy-birth = Complétez-la dans le registre, puis exportez de nouveau.
import-fault-birth-format = La date de naissance n'existe pas, ou n'est pas écrite comme prévu.
import-remedy-birth-format = Corrigez-la.
import-fault-birth-city = Il manque le code de la commune de naissance : l'élève est né en France.
import-remedy-birth-city = Complétez-le dans le registre, puis exportez de nouveau.
import-fault-empty = Il n'y a personne dans ce fichier.
import-remedy-empty = Vérifiez que l'export contient des élèves.
import-fault-file = Ce fichier n'est pas du format attendu, ou il est abîmé.
import-remedy-file = Exportez-le de nouveau, et envoyez-le sans l'ouvrir ni le modifier.
import-fault-ending = Le nom du fichier n'a pas la bonne fin.
import-remedy-ending = Choisissez le fichier exporté du registre.
import-fault-large = Ce fichier est trop grand.
import-remedy-large = Vérifiez que c'est le bon fichier, ou exportez moins de classes à la fois.
import-fault-other = Ce fichier a une erreur que cette page ne connaît pas.
import-remedy-other = Exportez-le de nouveau ; si cela continue, écrivez à l'assistance.
