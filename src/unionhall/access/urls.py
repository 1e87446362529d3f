from django.urls import path

from unionhall.access.views import choices, events, passwords, phone, signing, users

urlpatterns = [
    path("sign-in/", signing.sign_in, name="accounts.sign_in"),
    path("sign-in/code/", signing.second_step, name="accounts.second_step"),
    path("sign-out/", signing.sign_out, name="accounts.sign_out"),
    path("activate/", passwords.activate, name="accounts.activate"),
    path("account/", phone.security, name="accounts.security"),
    path("account/password/", passwords.change_password, name="accounts.change_password"),
    path("account/code/", phone.enrol, name="accounts.enrol"),
    path("account/code/remove/", phone.release, name="accounts.release"),
    path("account/language/", choices.language, name="accounts.language"),
    path("account/type/", choices.type_size, name="accounts.type_size"),
    path("office/users/slips/", users.slips, name="accounts.slips"),
    *users.user_pages.urls(),
    *events.event_pages.urls(),
]
