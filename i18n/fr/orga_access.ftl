# Comptes des élèves : identifiants, fiches, réparation.
usernames-title = Créer des identifiants
usernames-lead = Pour les élèves de la liste qui n'ont pas d'identifiant. Chacun en reçoit un, fait de ses nom, prénom et date de naissance. Sans compte, il reçoit aussi un mot de passe provisoire, qu'il changera à la première connexion ; avec un compte, il garde son adresse et son mot de passe.
usernames-none = Personne n'attend d'identifiant ici.
usernames-nobody = Cochez au moins un élève sans identifiant. S'il en a reçu un entre-temps, donnez-lui plutôt un nouveau mot de passe.
usernames-changed = La liste vient de changer : rien n'a été créé. Vérifiez les élèves cochés et recommencez.
usernames-elsewhere = A déjà un compte dans un autre établissement
usernames-by-email = Adresse e-mail : ne recevra que l'identifiant
passwords-kept = Ton mot de passe reste celui que tu as choisi. Ne le donne à personne.
pupil-group-caption = Cochez les élèves concernés. Les autres ne changent pas.
pupil-group-part = Élèves { $first } à { $last } sur { $total }, par ordre alphabétique. Les fiches se font page par page, { $most } élèves au plus à la fois.
pupil-group-onward = Continuer avec les autres élèves
pupil-group-too-many = Rien n'a été fait : cochez moins d'élèves à la fois, ceux d'une seule page.
passwords-qr = Code à scanner : ouvre la page de connexion avec l'identifiant { $name }
detachment-link = Ce n'est pas son compte
detachment-title = Détacher un compte
detachment-question = Détacher le compte de { $name } ?
detachment-email = Le compte { $login } n'est plus celui de { $name } dans votre organisation.
detachment-username = L'identifiant { $login } n'est plus celui de { $name } dans votre organisation.
detachment-other = Le compte ouvert par un autre service n'est plus celui de { $name } dans votre organisation.
detachment-kept = Le compte n'est pas supprimé : il garde ses réponses, son profil et sa façon de se connecter.
detachment-results = { $n ->
    [0] Aucune participation à vos campagnes n'est concernée.
    [one] Une participation reste dans votre campagne au nom de { $name }. Si c'est le travail de quelqu'un d'autre, supprimez-la dans la campagne.
   *[other] { $n } participations restent dans vos campagnes au nom de { $name }. Si c'est le travail de quelqu'un d'autre, supprimez-les dans chaque campagne.
  }
detachment-next = Ensuite, { $name } pourra se reconnaître dans la liste avec son propre compte, ou recevoir de vous un identifiant.
detachment-do = Détacher le compte
detachment-done = Le compte est détaché. La bonne personne peut maintenant se reconnaître dans la liste.
participant-removal-title = Supprimer la participation
participant-removal-question = Supprimer la participation de { $name } ?
participant-removal-lost = { $n ->
    [one] L'essai et son résultat disparaissent pour toute l'organisation ; les statistiques ne le comptent plus.
   *[other] Les { $n } essais et leurs résultats disparaissent pour toute l'organisation ; les statistiques ne les comptent plus.
  }
participant-removal-closed = Cette personne ne pourra pas recommencer cette campagne. Un test en cours peut être terminé, mais pas envoyé.
participant-removal-kept = Ce qu'elle a appris reste dans son profil.
participant-removal-for-good = C'est définitif.
participant-removal-do = Supprimer la participation
participant-removal-keep = Garder la participation
participant-removal-done = La participation est supprimée.
campaigns-choose = Choisir
campaigns-choose-one = Choisir « { $name } »
campaigns-delete = Supprimer les campagnes cochées
campaign-removal-several = Supprimer des campagnes
campaign-removal-how-many = { $n ->
    [one] Supprimer cette campagne ?
   *[other] Supprimer ces { $n } campagnes ?
  }
campaign-removal-others = Celles-ci restent : elles sont à un collègue
campaign-removal-do-several = Supprimer
campaign-removal-keep-several = Tout garder
campaign-removal-back = Retour aux campagnes
campaign-done-several-deleted = Les campagnes sont supprimées.
campaign-done-none-chosen = Cochez d'abord les campagnes à supprimer.
## Une ligne retirée de la liste, et remise.
learner-removal-link = Supprimer
learner-removal-title = Supprimer de la liste
learner-removal-question = Supprimer { $name } de la liste ?
learner-removal-results = { $n ->
    [0] Aucun résultat n'est concerné : cette personne n'a participé à aucune de vos campagnes.
    [one] Sa participation à une de vos campagnes disparaît : résultats, exports et statistiques ne la comptent plus. Elle ne pourra pas recommencer cette campagne.
   *[other] Ses participations à { $n } de vos campagnes disparaissent : résultats, exports et statistiques ne les comptent plus. Elle ne pourra pas recommencer ces campagnes.
  }
learner-removal-account = Son compte reste : la personne garde ses réponses, son profil et sa façon de se connecter.
learner-removal-import = Si elle figure dans la prochaine liste que vous importez, elle y revient comme une nouvelle personne.
learner-removal-back = Pendant 7 jours, vous pouvez la remettre avec ses participations ; ensuite, tout est effacé.
learner-removal-do = Supprimer de la liste
learner-removal-keep = Garder dans la liste
learner-removal-done = La personne n'est plus dans la liste. Vous pouvez la remettre ici pendant 7 jours.
returns-title = Supprimés de la liste
returns-lead = Ces personnes ont été supprimées à la main. Remises dans la liste, elles retrouvent leurs participations ; après la date indiquée, tout est effacé.
returns-until = Effacé le
returns-do = Remettre
returns-done = La personne est de nouveau dans la liste, avec ses participations.
returns-not-done = Rien n'a changé : cette personne est déjà revenue dans la liste, ou le délai est passé.
returns-none = Personne n'a été supprimé de la liste
returns-none-text = Qui est supprimé à la main de la liste des élèves reste ici 7 jours, pour pouvoir revenir.

## Les numéros que les élèves lisent quand un compte est en travers du leur.
conflict-title = Un élève vous donne un numéro
conflict-lead = Il s'affiche quand un compte existe déjà : avec un S à l'inscription, avec un R si l'élève est connecté.
conflict-number = Numéro
conflict-what = Ce qui se passe
conflict-do = Que faire
conflict-here-email = L'élève a déjà un compte ici, avec une adresse e-mail.
conflict-here-email-do = Qu'il se connecte avec cette adresse ; s'il a oublié son mot de passe, il en demande un nouveau sur la page de connexion. Si l'adresse n'est pas la sienne, choisissez « Ce n'est pas son compte » dans sa classe : il pourra s'inscrire.
conflict-here-username = L'élève a déjà un compte ici, avec un identifiant.
conflict-here-username-do = Qu'il se connecte avec cet identifiant ; s'il a oublié son mot de passe, donnez-lui-en un sur cette page. S'il n'a jamais créé ce compte, quelqu'un d'autre a pris sa place : choisissez « Ce n'est pas son compte » dans sa classe, puis qu'il s'inscrive.
conflict-here-external = L'élève a déjà un compte ici, qu'il ouvre par un autre service, comme l'ENT.
conflict-here-external-do = Qu'il passe par ce service.
conflict-elsewhere-email = L'élève a un compte d'un autre établissement, avec une adresse e-mail.
conflict-elsewhere-email-do = Qu'il se connecte avec cette adresse, puis tape de nouveau le code du parcours. S'il a oublié son mot de passe, il en demande un nouveau sur la page de connexion.
conflict-elsewhere-username = L'élève a un compte d'un autre établissement, avec un identifiant.
conflict-elsewhere-username-do = Qu'il se connecte avec cet identifiant, puis tape de nouveau le code du parcours. S'il a oublié son mot de passe, ni vous ni son ancien établissement ne pouvez lui en donner un : écrivez à l'adresse de la page Aide.
conflict-elsewhere-external = L'élève a un compte d'un autre établissement, qu'il ouvre par un autre service.
conflict-elsewhere-external-do = Qu'il passe par ce service, puis tape de nouveau le code du parcours.
conflict-other-pupil = Le compte connecté est déjà celui d'un autre élève d'ici.
conflict-other-pupil-do = Qu'il se déconnecte, puis utilise son propre compte. Si ce compte est bien le sien, il est rattaché à la mauvaise personne : choisissez « Ce n'est pas son compte » à côté de celle-ci.
conflict-stranger = Le compte connecté semble être celui de quelqu'un d'autre : ni le numéro national ni la date de naissance ne sont les mêmes.
conflict-stranger-do = Souvent un frère ou une sœur sur le même ordinateur : qu'il se déconnecte, puis utilise son propre compte.
