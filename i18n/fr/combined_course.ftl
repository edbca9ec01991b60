# Parcours combinés : ce que lisent les apprenants, puis ce que lisent les enseignants.
combined-steps = Les étapes
combined-begin = Commencer le parcours
combined-needs-account = Ce parcours se suit avec un compte, pour retrouver où vous en êtes.
combined-archived = Ce parcours est fermé : il ne peut plus être commencé.
combined-done = { $n } sur { $all } { $all ->
    [one] étape terminée.
   *[other] étapes terminées.
 }
combined-over = Parcours terminé, bravo !
combined-over-text = Vous pouvez revoir vos résultats et vos leçons ici quand vous voulez.
combined-open = Commencer cette étape
combined-go-on = Continuer le parcours
combined-mine = Mes parcours combinés
combined-lesson = Leçon
combined-lesson-read = Lire la leçon
combined-lesson-done = J'ai terminé cette leçon
combined-lessons = Leçons choisies pour vous
combined-lessons-later = Selon votre résultat à l'étape précédente, des leçons apparaîtront ici.
combined-lessons-none = Votre résultat n'appelle aucune leçon : passez à la suite.
combined-standing-done = Terminé
combined-standing-open = À faire
combined-standing-locked = Verrouillé

combined-title = Parcours combinés
combined-lead = Plusieurs campagnes l'une après l'autre, et entre elles les leçons que chaque résultat recommande : un seul code pour vos apprenants.
combined-new = Créer un parcours combiné
combined-none = Aucun parcours combiné
combined-none-text = Choisissez par exemple une campagne de départ, les leçons qu'elle recommande, puis une campagne de fin.
combined-count = { $n ->
    [one] { $n } parcours
   *[other] { $n } parcours
 }
combined-name = Nom, que les apprenants lisent aussi
combined-name-missing = Donnez un nom au parcours.
combined-name-long = Le nom est trop long : 200 caractères au plus.
combined-description = Texte d'accueil
combined-description-long = Le texte d'accueil est trop long : 5 000 caractères au plus.
combined-step = Étape { $n }
combined-campaign = Campagne
combined-campaign-nothing = Aucune
combined-campaign-missing = Choisissez au moins une campagne.
combined-campaign-twice = Une campagne n'est là qu'une fois : choisissez-en une autre.
combined-campaigns-hint = Les campagnes en cours de votre organisation, une par étape ; laissez vides les étapes de trop.
combined-then-lessons = Puis les leçons que son résultat recommande
combined-no-campaign = Créez d'abord une campagne : un parcours en contient au moins une.
combined-save = Créer le parcours
combined-created = Le parcours est créé : donnez son code.
combined-archive-done = Le parcours est archivé.
combined-unarchive-done = Le parcours est rouvert.
combined-archive = Archiver
combined-unarchive = Rouvrir
combined-archived-tag = Archivé
combined-address = Adresse
combined-content = Contenu
combined-content-lessons = Leçons recommandées par le résultat
combined-participants = Participants
combined-completed = Ont terminé
combined-nobody = Personne n'a encore commencé
combined-nobody-text = Donnez le code : chacun apparaît ici dès qu'il commence.
combined-campaigns-done = Campagnes
combined-lessons-done = Leçons
combined-person = Nom et prénom
combined-status = Où il en est
combined-status-started = Commencé
combined-status-completed = Terminé
combined-of = { $n } sur { $all }
