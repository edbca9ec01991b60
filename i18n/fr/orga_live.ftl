# Pix Orga : la classe en direct, pendant qu'elle travaille.

campaign-tab-live = En direct
live-room = La classe en ce moment
live-still = À aller voir
live-working = Au travail
live-not-begun = Pas commencé
live-away = En pause
live-done = Terminé
live-sent = Envoyé
live-question = Question
live-begun = A commencé
live-no-answer = { $n } min sans réponse
live-answered = { $n ->
    [0] à l'instant
   *[other] il y a { $n } min
}
live-stopped = à la question { $n }
live-say = { $n ->
    [0] Personne à aller voir.
    [one] Une personne à aller voir.
   *[other] { $n } personnes à aller voir.
}
live-most = Les { $n } personnes qui ont commencé en dernier sont affichées. Choisissez une classe pour la voir entière.
live-seen = État du
live-refresh = Actualiser
live-on = Suivi en direct
live-wait = Connexion interrompue : nouvel essai dans quelques secondes.
live-off = Le suivi s'est arrêté. Actualisez la page pour le reprendre.
live-nobody = Chaque élève aura ici sa place dès qu'il commence. Pour commencer, ils vont sur { $site }, choisissent « J'ai un code » et saisissent { $code }.
