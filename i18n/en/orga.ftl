# Pix Orga: what teachers see.
orga-workplace = Organisation:
orga-workplaces-title = My organisations
orga-workplace-present = Shown at present
orga-workplace-choose = Show
orga-role-admin = Administrator
orga-role-member = Member

# Campaigns.
campaigns-title = Campaigns
campaign-code = Code
campaign-archived = Archived
campaign-tabs = Pages of the campaign
campaign-tab-activity = Activity
campaign-tab-results = Results
campaign-tab-analysis = Analysis
campaign-tab-settings = Settings
campaign-kind-assessment = Assessment
campaign-kind-collection = Profile collection
campaign-kind-exam = Quiz
campaign-kind-course = Course without account
