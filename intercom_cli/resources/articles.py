"""What customers read in the help center."""

from __future__ import annotations

from intercom_cli.acting import ADMINS
from intercom_cli.finding import refer
from intercom_cli.resource import Argument, Column, Field, Paging, Resource, Verb
from intercom_cli.resources import _article_drafts as drafts
from intercom_cli.resources import _article_files as files
from intercom_cli.resources._bodies import texts
from intercom_cli.resources._content_fields import (
    READ,
    SEEN,
    at,
    move_to_collection,
    person,
    put_collection,
)
from intercom_cli.resources._group_names import ARTICLES as GROUPED
from intercom_cli.resources._named import COLLECTIONS, LARGEST, help_center_id
from intercom_cli.resources._tagging import tagging
from intercom_cli.resources._where_names import ARTICLES
from intercom_cli.values import spelled

PUBLISHING = "Publish article {} to its readers in {where}?"
PLANNING = "Have article {} published to its readers in {where} then?"
TEXTS = (
    Field("title", "Title.", required=True),
    Field("description", "What it is about, in a sentence."),
    *texts(),
)
AUTHOR = refer("author", "author_id", ADMINS)
COLLECTION = refer("collection", "parent_ids", COLLECTIONS, last=True)
MAKER = refer("created_by", "created_by_id", ADMINS)
VERSION = (
    Column("Id", "id", "id"),
    Column("Title", "title"),
    Column("State", "state"),
    Column("Made by", MAKER.path, refers=(MAKER,)),
    Column("Via", "created_via"),
    Column("Created", "created_at", "time"),
)
LOCALE = Field("locale", "A language, as de.")

resource = Resource(
    name="articles",
    one="article",
    columns=(
        Column("Id", "id", "id"),
        Column("Title", "title"),
        Column("State", "state"),
        Column("Collection", COLLECTION.path, "names", refers=(COLLECTION,)),
        Column("Author", AUTHOR.path, refers=(AUTHOR,)),
        Column("Updated", "updated_at", "time"),
    ),
    verbs=(
        Verb(
            "list",
            "GET /articles",
            "intercom articles list --where 'state = draft'",
        ),
        Verb("get", "GET /articles/{article_id}", "intercom articles get 12", text=READ),
        Verb(
            "search",
            "GET /articles/search",
            "intercom articles search password --state published",
            summary="Search articles for a phrase.",
            query=(
                Field("phrase", "What to look for.", word=True),
                Field("state", "In which state.", choices=("published", "draft", "all")),
                Field(
                    "help_center",
                    "Only in this help center: id or name.",
                    place="help_center_id",
                    find=help_center_id,
                ),
            ),
            paging=Paging("page", "data.articles", LARGEST),
        ),
        Verb(
            "create",
            "POST /articles",
            "intercom articles create --title 'Moor safely' --collection Billing --body '# Before'",
        ),
        Verb(
            "update",
            "PUT /articles/{article_id}",
            "intercom articles update 11 --title 'Add a VAT number' --collection 'Getting started'",
            summary="Change an article; what is published changes at once.",
        ),
        Verb("delete", "DELETE /articles/{article_id}", "intercom articles delete 30"),
        Verb(
            "stage",
            "PUT /articles/{id}/draft",
            "intercom articles stage 12 --body '# Reset your password'",
            summary="Write a draft of a published article; readers see it once published.",
            fields=(
                *(field._replace(required=False) for field in TEXTS),
                person("author", "author_id", "Who wrote it")[1],
            ),
            did="Staged a draft of article",
        ),
        Verb(
            "versions",
            "GET /articles/{article_id}/versions",
            "intercom articles versions 1 --locale de",
            summary="List what an article said before.",
            query=(LOCALE,),
            columns=VERSION,
            paging=Paging("page", "data", LARGEST),
        ),
        Verb(
            "version",
            "GET /articles/{article_id}/versions/{id}",
            "intercom articles version 1 2",
            summary="Show what an article said in one version.",
            arguments=(Argument("id", "A version of it.", "VERSION"),),
            query=(LOCALE,),
            columns=VERSION,
            text=READ,
        ),
    ),
    fields=(
        *TEXTS,
        *person("author", "author_id", "Who wrote it"),
        Field(
            "state",
            "Whether readers see it; a new one is a draft.",
            choices=("published", "draft"),
            asks=(("published", PUBLISHING),),
        ),
        Field("collection", "Where it belongs: id or name.", update=False, into=put_collection),
        Field("collection", "Where it belongs: id or name.", create=False, into=move_to_collection),
        *SEEN,
        Field(
            "publish_at",
            "Publish it then.",
            "time",
            place="scheduled_publish_at",
            into=at("scheduled_publish_at"),
            asks=(("*", PLANNING),),
        ),
        Field(
            "unpublish_at",
            "Withdraw it then.",
            "time",
            place="scheduled_unpublish_at",
            into=at("scheduled_unpublish_at"),
        ),
    ),
    paging=Paging("page", "data", LARGEST),
    words=spelled({"state": ("published", "draft")}),
    named=ARTICLES,
    grouped=GROUPED,
    filters=(
        ("id", "id"),
        ("title", "string"),
        ("description", "string"),
        ("body", "string"),
        ("state", "string"),
        ("author_id", "id"),
        ("parent_ids", "id"),
        ("url", "string"),
        ("has_unpublished_changes", "boolean"),
        ("created_at", "moment"),
        ("updated_at", "moment"),
    ),
    page="/a/apps/{app}/articles/articles/{id}/show",
)

drafts.add_to(resource)
tagging(
    resource,
    "POST /articles/{article_id}/tags",
    "DELETE /articles/{article_id}/tags/{id}",
    "12 VIP",
)
files.add_to(resource)
