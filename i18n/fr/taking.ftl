## Durées
duration-minutes = { $n ->
    [one] { $n } minute
   *[other] { $n } minutes
}
duration-seconds = { $n ->
    [one] { $n } seconde
   *[other] { $n } secondes
}

## Question chronométrée
clock-heading = Question chronométrée
clock-lead = Vous aurez { $limit }, à partir du moment où vous ouvrez la question.
clock-goes-on = Le temps continue si vous rechargez la page, si vous la fermez ou si vous changez d'onglet.
clock-over = Une fois le temps écoulé, vous pouvez encore répondre : la réponse est gardée, mais elle compte hors délai.
clock-skip = Vous préférez ne pas la faire ? Passez-la : les autres questions du test n'ont pas forcément de limite.
clock-open = Ouvrir la question
countdown-shown = Quand cette page s'est affichée, il vous restait { $left }.
countdown-left = Temps restant
countdown-60 = Il reste une minute.
countdown-30 = Il reste 30 secondes.
countdown-10 = Il reste 10 secondes.
countdown-over = Le temps est écoulé. Vous pouvez encore répondre : votre réponse sera gardée, mais elle comptera hors délai.
correction-late = Votre réponse est juste, mais elle est arrivée après la limite ({ $limit }) : elle ne compte pas comme réussie.

## Modes
question-mode-about = Ce que cela veut dire
question-mode-free-means = Cherchez sur le web, ouvrez vos logiciels, essayez : c'est permis, comme dans la vie. Revenez ensuite donner votre réponse.
question-mode-focus-means = Cette question vérifie ce que vous savez sans chercher. Si vous quittez la page, elle s'estompe et cela se voit sur la correction ; ici, à l'entraînement, votre réponse compte quand même.
focus-left = Vous avez quitté cette page pendant la question. C'est noté avec votre réponse ; à l'entraînement, elle compte quand même. Répondez sans chercher ailleurs.
correction-left = Vous étiez en mode concentration. À l'entraînement, la réponse compte ; en certification, elle serait refusée.

## Images à choisir
choice-picture = Image { $n }

## Niveau gagné
level-up = Niveau { $level } atteint en « { $name } »

## Signaler un problème
report-open = Signaler un problème
report-title = Signaler un problème
report-lead = Dites ce qui ne va pas avec la question elle-même. Ce signalement ne change rien à votre réponse.
report-about = Sur quoi porte le problème ?
report-text = Ce qui se passe
report-text-hint = En quelques phrases, sans rien qui permette de vous reconnaître. Ce champ peut rester vide si votre choix suffit.
report-send = Envoyer le signalement
report-done = Merci, votre signalement est arrivé. L'équipe qui écrit les questions le lira ; elle ne répond pas à chacun.
report-back = Revenir à la question
report-error-kind = Choisissez sur quoi porte le problème.
report-error-words = Décrivez le problème en quelques mots.
report-error-long = Votre texte est trop long : { $max } caractères au plus. Rien n'a été envoyé.
report-error-many = Vous avez envoyé { $max } signalements en vingt-quatre heures, c'est la limite. Celui-ci n'est pas parti : votre texte est ci-dessous. Renvoyez-le demain, ou écrivez à { $contact }.
report-question = La question
report-question-unclear = Je ne comprends pas ce qui est demandé
report-question-unclear-help = Relisez l'aide sous « Votre réponse ». En mode libre, vous pouvez chercher un mot sur le web. Vous pouvez aussi passer la question.
report-question-mistake = Elle contient une erreur
report-picture = Une image
report-picture-missing = Elle ne s'affiche pas
report-picture-missing-help = Actualisez la page : le test reprend à cette question. Sur un réseau lent, attendez quelques secondes.
report-picture-unreadable = Elle est illisible ou mal décrite
report-zoom-help = Agrandissez la page avec Ctrl et + (Cmd et + sur Mac), ou avec deux doigts sur un téléphone.
report-exhibit = Une fenêtre ou un document montré
report-exhibit-unreadable = Je n'arrive pas à le lire
report-exhibit-wrong = Il ne va pas avec la question
report-link = Un lien
report-link-broken = Il ne s'ouvre pas, ou mène ailleurs
report-link-broken-help = Ouvrez-le dans un nouvel onglet par un clic droit. Le réseau d'un établissement bloque parfois des sites : essayez plus tard, ailleurs.
report-file = Un fichier
report-file-missing = Je ne peux pas le télécharger
report-file-missing-help = Actualisez la page, puis regardez dans le dossier « Téléchargements » de votre appareil : il y est peut-être déjà.
report-file-unopened = Je ne peux pas l'ouvrir
report-file-unopened-help = Essayez un autre format s'il y en a plusieurs. LibreOffice, gratuit, ouvre tous ceux que nous proposons.
report-file-wrong = Son contenu ne va pas avec la question
report-access = L'accessibilité
report-access-keyboard = Je ne peux pas répondre au clavier
report-access-reader = Mon lecteur d'écran ne dit pas tout
report-access-reader-help = Quand il existe, le lien « Lire l'information sous forme de texte » donne la même information autrement.
report-access-display = Les couleurs ou les textes me gênent
report-access-display-help = En bas de chaque page, vous pouvez choisir le thème clair ou sombre et le confort de lecture.
report-access-time = Le temps ne me suffit pas
report-answer = La réponse attendue
report-answer-refused = Ma réponse me semble juste
report-answer-unclear = La correction est fausse ou peu claire
report-tutorial = Un tutoriel
report-tutorial-unclear = Il n'aide pas, ou contient une erreur
report-other = Autre chose
report-other-kind = Un autre problème, que je décris ci-dessous

## Signalements (équipe)
reports-title = Signalements
reports-lead = Les problèmes signalés sur les questions, les plus récents d'abord. Ils sont gardés quatre cents jours.
reports-empty-title = Aucun signalement
reports-empty = Ce que les apprenants signalent sous une question ou une correction s'affichera ici.
reports-when = Quand
reports-family = Famille
reports-kind = Problème
reports-lang = Langue
reports-text = Texte
reports-pages = Pages de la liste
reports-newest = Les plus récents
reports-older = Plus anciens

## Mini-web d'une question
button-apart = (nouvelle fenêtre)
mini-web-explore = Explorer
mini-web-about = Des sites inventés pour cette question : ce qu'il faut trouver est là. Revenez ici pour répondre.
mini-web-strip = Web inventé pour la question { $n }
mini-web-ways = Revenir
mini-web-start = Page de départ
mini-web-back = Revenir à la question
mini-web-published = Publié le { $date }
mini-web-missing-title = Cette page n'existe pas
mini-web-missing = Rien ne se trouve à cette adresse. Le lien est peut-être ancien, ou l'adresse mal écrite : revenez à la page précédente ou à la page de départ.
mini-web-search-words = Mots à chercher
mini-web-search-year = Année de la page
mini-web-search-any-year = Toutes
mini-web-search-go = Rechercher
mini-web-search-how = Affiner une recherche
mini-web-sign-exact = "deux mots"
mini-web-sign-exact-means = ces mots l'un après l'autre, écrits ainsi
mini-web-sign-without = -mot
mini-web-sign-without-means = seulement les pages sans ce mot
mini-web-sign-site = site:adresse.example
mini-web-sign-site-means = seulement les pages de ce site
mini-web-search-results = Résultats
mini-web-search-count = { $n ->
    [one] Une page trouvée.
   *[other] { $n } pages trouvées.
}
mini-web-search-first = { $n } pages trouvées, voici les { $shown } premières. Précisez la recherche pour en voir moins.
mini-web-search-empty = Tapez un ou plusieurs mots.
mini-web-search-nothing = Aucune page trouvée. Vérifiez l'orthographe, enlevez un mot ou essayez-en un autre.
