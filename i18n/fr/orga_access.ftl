# Comptes des élèves : identifiants, fiches, réparation.
usernames-title = Créer des identifiants
usernames-lead = Pour les élèves de la liste qui n'ont pas encore de compte. Chacun reçoit un identifiant fait de ses nom, prénom et date de naissance, et un mot de passe provisoire qu'il changera à la première connexion.
usernames-caption = Cochez les élèves concernés. Les autres ne changent pas.
usernames-none = Tous les élèves de cette classe ont déjà un compte.
usernames-nobody = Cochez au moins un élève sans compte. S'il en a reçu un entre-temps, donnez-lui plutôt un nouveau mot de passe.
usernames-changed = La liste vient de changer : rien n'a été créé. Vérifiez les élèves cochés et recommencez.
usernames-elsewhere = A déjà un compte dans un autre établissement
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
