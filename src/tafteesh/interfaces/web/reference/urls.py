"""Law and places."""

from django.urls import path

from tafteesh.interfaces.web.reference import editions, law, places, posts

app_name = "reference"
urlpatterns = [
    path("", law.home, name="home"),
    path("sections/", law.sections, name="sections"),
    path("sections/<uuid:row_id>/", law.section, name="section"),
    path("limits/", law.deadlines, name="deadlines"),
    path("limits/<uuid:row_id>/", law.deadline, name="deadline"),
    path("procedure/", law.procedure, name="procedure"),
    path("schemes/", law.schemes, name="schemes"),
    path("schemes/<uuid:row_id>/", law.scheme, name="scheme"),
    path("confidentiality/", law.confidentiality, name="confidentiality"),
    path("authorities/", places.authorities, name="authorities"),
    path("authorities/<uuid:row_id>/", places.authority, name="authority"),
    path("areas/", places.states, name="areas"),
    path("areas/<uuid:row_id>/", places.area, name="area"),
    path("posts/", posts.posts, name="posts"),
    path("posts/new/<str:kind>/<uuid:place_id>/", posts.new_post, name="new_post"),
    path("posts/<uuid:post_id>/", posts.post, name="post"),
    path("posts/<uuid:post_id>/holder/", posts.begin, name="begin"),
    path("posts/holder/<uuid:holder_id>/end/", posts.end, name="end"),
    path("editions/", editions.editions, name="editions"),
    path("editions/new/", editions.upload, name="upload"),
    path("editions/<uuid:row_id>/", editions.edition, name="edition"),
]
