# Completion for intercom in PowerShell 5.1 and later.
# Made from the commands themselves by: intercom completion powershell
# It starts no program: all it knows is below, and in workspaces.txt beside config.toml.
#
# An option is written  [+]FLAG[,FLAG...][=VALUE] HELP  and a word a command takes  [+]VALUE, where
# + marks what may be repeated, and VALUE is the choices a|b, or . for anything, or its kind.

$global:IntercomCompletion = @{
    Shared = @{
        0 = @(
            '-o,--output=table|json|ndjson|csv|tsv|yaml|ids Format; see: intercom help output',
            '--fields=. Only these fields.',
            '--jq=. Filter the result with jq.',
            '-r,--raw With --jq: strings without quotes.',
            '-n,--dry-run Show the request, send nothing.',
            '-y,--yes Do not ask for confirmation.',
            '--no-validate Send fields that are not known here.',
            '-w,--workspace=@workspace Which workspace; the default one.',
            '--api-version=. Version of the API; 2.16.',
            '--timeout=. To wait for an answer.',
            '--max-wait=. To wait for the rate limit.',
            '-q,--quiet Say nothing but errors.',
            '-v,--verbose Say how many requests it took.',
            '--debug Show requests and answers.',
            '--no-input Never ask; exit 3 instead.',
            '--color=auto|always|never When to use colour.',
            '-h,--help Show help.'
        )
        1 = @(
            '-o,--output=table|json|ndjson|csv|tsv|yaml|ids Format; see: intercom help output',
            '--fields=. Only these fields.',
            '--jq=. Filter the result with jq.',
            '-r,--raw With --jq: strings without quotes.',
            '-w,--workspace=@workspace Which workspace; the default one.',
            '--api-version=. Version of the API; 2.16.',
            '--timeout=. To wait for an answer.',
            '--max-wait=. To wait for the rate limit.',
            '-q,--quiet Say nothing but errors.',
            '-v,--verbose Say how many requests it took.',
            '--debug Show requests and answers.',
            '--no-input Never ask; exit 3 instead.',
            '--color=auto|always|never When to use colour.',
            '-h,--help Show help.'
        )
        2 = @(
            '-w,--workspace=@workspace Which workspace; the default one.',
            '--api-version=. Version of the API; 2.16.',
            '--timeout=. To wait for an answer.',
            '--max-wait=. To wait for the rate limit.',
            '-q,--quiet Say nothing but errors.',
            '-v,--verbose Say how many requests it took.',
            '--debug Show requests and answers.',
            '--no-input Never ask; exit 3 instead.',
            '--color=auto|always|never When to use colour.',
            '-h,--help Show help.'
        )
        3 = @(
            '-o,--output=table|json|ndjson|csv|tsv|yaml|ids Format; see: intercom help output',
            '--fields=. Only these fields.',
            '--jq=. Filter the result with jq.',
            '-r,--raw With --jq: strings without quotes.',
            '-q,--quiet Say nothing but errors.',
            '-v,--verbose Say how many requests it took.',
            '--debug Show requests and answers.',
            '--no-input Never ask; exit 3 instead.',
            '--color=auto|always|never When to use colour.',
            '-h,--help Show help.'
        )
        4 = @(
            '-q,--quiet Say nothing but errors.',
            '-v,--verbose Say how many requests it took.',
            '--debug Show requests and answers.',
            '--no-input Never ask; exit 3 instead.',
            '--color=auto|always|never When to use colour.',
            '-h,--help Show help.'
        )
        5 = @(
            '-n,--dry-run Show the request, send nothing.',
            '-y,--yes Do not ask for confirmation.',
            '--no-validate Send fields that are not known here.',
            '-w,--workspace=@workspace Which workspace; the default one.',
            '--api-version=. Version of the API; 2.16.',
            '--timeout=. To wait for an answer.',
            '--max-wait=. To wait for the rate limit.',
            '-q,--quiet Say nothing but errors.',
            '-v,--verbose Say how many requests it took.',
            '--debug Show requests and answers.',
            '--no-input Never ask; exit 3 instead.',
            '--color=auto|always|never When to use colour.',
            '-h,--help Show help.'
        )
        6 = @(
            '-n,--dry-run Show the request, send nothing.',
            '-y,--yes Do not ask for confirmation.',
            '--no-validate Send fields that are not known here.',
            '-q,--quiet Say nothing but errors.',
            '-v,--verbose Say how many requests it took.',
            '--debug Show requests and answers.',
            '--no-input Never ask; exit 3 instead.',
            '--color=auto|always|never When to use colour.',
            '-h,--help Show help.'
        )
    }
    Help = @(
        'activity-logs What teammates did: sign-ins, changes of settings, exports.',
        'admins Teammates with access to the workspace.',
        'articles What customers read in the help center.',
        'audiences Groups of people, described by rules.',
        'away-reasons Reasons a teammate can give for being away.',
        'banners Banners that a contact is shown above the page.',
        'brands Brands that the workspace speaks for.',
        'calls Phone calls: how they went, what was said, and their recordings.',
        'collections The shelves of a help center, one inside the other.',
        'commands List every command, for people and for programs.',
        'companies Organisations that contacts belong to.',
        'completion Print the script that completes command lines in a shell.',
        'config Show and change settings.',
        'connect Connect to an Intercom workspace, or to a sandbox.',
        'contacts People: users and leads.',
        'content All that is written at once: articles, snippets, pages; find it, tag it, publish it.',
        'content-snippets Short pieces of text that Fin and Copilot answer from.',
        'content-sources Where the external pages come from that Fin reads.',
        'conversation-attributes What conversations can be described with.',
        'conversations What customers write, and what teammates answer.',
        'custom-objects Records of your own kinds, such as orders, tied to people and conversations.',
        'data-attributes What contacts and companies can be described with.',
        'data-connectors Requests to other services that workflows and Fin can make.',
        'disconnect Forget a workspace on this machine, or uninstall its app.',
        'doctor Find out what stands in the way.',
        'ecommerce Catalogs of products that Fin recommends from (Preview).',
        'emails Addresses that the workspace sends e-mail from.',
        'events What contacts did in your product: recorded, listed, counted.',
        'exports Exports of who was sent which message, and what came of it.',
        'external-pages Web pages that Fin reads besides your articles.',
        'fin Fin, Intercom''s agent, in conversations of your own.',
        'fin-voice Calls that Fin takes for another telephone system.',
        'folders Where teammates keep content; only in the Preview of the API.',
        'help-centers The sites where customers read articles.',
        'internal-articles What only teammates read.',
        'ip-allowlist Addresses from which teammates may reach the workspace.',
        'jobs Work that goes on at Intercom after a command has ended.',
        'macros Replies that teammates have ready.',
        'messages What teammates write first.',
        'news-items News for customers, shown in the Messenger.',
        'newsfeeds Where news items are shown, and to whom.',
        'notes Notes that teammates wrote on contacts and companies.',
        'office-hours Weekly schedules in which somebody answers.',
        'office-hours-exceptions Days on which office hours are other than usual.',
        'open Open a record in Intercom''s web app.',
        'phone-call-redirects Send somebody who calls to the Messenger instead.',
        'redirects Old addresses of a help center, and where they lead now.',
        'reports Exports of the data behind reports.',
        'request Send any request to the API.',
        'sandbox Serve, fill and reset a workspace on this machine.',
        'schema Show what the request of a command takes, with an example.',
        'secure-mode-secrets Secrets that prove who a Messenger visitor is (Preview).',
        'segments Groups of contacts or companies, made by rules.',
        'status Show which workspace and which token commands use.',
        'subscription-types Kinds of messages that people can choose to receive or not.',
        'tags Labels for people, companies and conversations.',
        'teams Teams: who works together, and how much is on each desk.',
        'ticket-attributes What a ticket type asks: its attributes.',
        'ticket-states How far tickets can be, as teammates and as customers see it.',
        'ticket-types What kinds of tickets there are, and what each of them asks.',
        'tickets What customers ask for and teammates work on.',
        'version Show the version.',
        'visitors People who opened the Messenger and did not say who they are.',
        'workflows Workflows that the workspace runs by itself.',
        'workspaces List, choose, rename and show connected workspaces.',
        'connect A topic.',
        'environment A topic.',
        'exit-codes A topic.',
        'nouns A topic.',
        'output A topic.',
        'query A topic.'
    )
    Aliases = @{
        'api' = 'request'
        'login' = 'connect'
        'logout' = 'disconnect'
        'whoami' = 'status'
    }
    Rows = @{
        '' = @{
            Names = @(
                'activity-logs What teammates did: sign-ins, changes of settings, exports.',
                'admins Teammates with access to the workspace.',
                'articles What customers read in the help center.',
                'audiences Groups of people, described by rules.',
                'away-reasons Reasons a teammate can give for being away.',
                'banners Banners that a contact is shown above the page.',
                'brands Brands that the workspace speaks for.',
                'calls Phone calls: how they went, what was said, and their recordings.',
                'collections The shelves of a help center, one inside the other.',
                'commands List every command, for people and for programs.',
                'companies Organisations that contacts belong to.',
                'completion Print the script that completes command lines in a shell.',
                'config Show and change settings.',
                'connect Connect to an Intercom workspace, or to a sandbox.',
                'contacts People: users and leads.',
                'content All that is written at once: articles, snippets, pages; find it, tag it, publish it.',
                'content-snippets Short pieces of text that Fin and Copilot answer from.',
                'content-sources Where the external pages come from that Fin reads.',
                'conversation-attributes What conversations can be described with.',
                'conversations What customers write, and what teammates answer.',
                'custom-objects Records of your own kinds, such as orders, tied to people and conversations.',
                'data-attributes What contacts and companies can be described with.',
                'data-connectors Requests to other services that workflows and Fin can make.',
                'disconnect Forget a workspace on this machine, or uninstall its app.',
                'doctor Find out what stands in the way.',
                'ecommerce Catalogs of products that Fin recommends from (Preview).',
                'emails Addresses that the workspace sends e-mail from.',
                'events What contacts did in your product: recorded, listed, counted.',
                'exports Exports of who was sent which message, and what came of it.',
                'external-pages Web pages that Fin reads besides your articles.',
                'fin Fin, Intercom''s agent, in conversations of your own.',
                'fin-voice Calls that Fin takes for another telephone system.',
                'folders Where teammates keep content; only in the Preview of the API.',
                'help-centers The sites where customers read articles.',
                'internal-articles What only teammates read.',
                'ip-allowlist Addresses from which teammates may reach the workspace.',
                'jobs Work that goes on at Intercom after a command has ended.',
                'macros Replies that teammates have ready.',
                'messages What teammates write first.',
                'news-items News for customers, shown in the Messenger.',
                'newsfeeds Where news items are shown, and to whom.',
                'notes Notes that teammates wrote on contacts and companies.',
                'office-hours Weekly schedules in which somebody answers.',
                'office-hours-exceptions Days on which office hours are other than usual.',
                'open Open a record in Intercom''s web app.',
                'phone-call-redirects Send somebody who calls to the Messenger instead.',
                'redirects Old addresses of a help center, and where they lead now.',
                'reports Exports of the data behind reports.',
                'request Send any request to the API.',
                'sandbox Serve, fill and reset a workspace on this machine.',
                'schema Show what the request of a command takes, with an example.',
                'secure-mode-secrets Secrets that prove who a Messenger visitor is (Preview).',
                'segments Groups of contacts or companies, made by rules.',
                'status Show which workspace and which token commands use.',
                'subscription-types Kinds of messages that people can choose to receive or not.',
                'tags Labels for people, companies and conversations.',
                'teams Teams: who works together, and how much is on each desk.',
                'ticket-attributes What a ticket type asks: its attributes.',
                'ticket-states How far tickets can be, as teammates and as customers see it.',
                'ticket-types What kinds of tickets there are, and what each of them asks.',
                'tickets What customers ask for and teammates work on.',
                'version Show the version.',
                'visitors People who opened the Messenger and did not say who they are.',
                'workflows Workflows that the workspace runs by itself.',
                'workspaces List, choose, rename and show connected workspaces.',
                'help Show help on a command or a topic.'
            )
            Own = @(
                '-V,--version Show the version.'
            )
            Tail = 0
            Words = @()
        }
        'activity-logs' = @{
            Names = @(
                'list List what teammates did, the latest first.',
                'search Search what teammates did by type or teammate, the latest first.',
                'event-types List the types of events a log can hold.'
            )
            Own = @()
            Tail = 0
            Words = @()
        }
        'activity-logs list' = @{
            Names = @()
            Own = @(
                '--since=. From this time on.',
                '--until=. Up to this time; now.',
                '--where=. Only these; see: intercom help query',
                '--limit=. At most this many.',
                '--all Every one there is.'
            )
            Tail = 1
            Words = @()
        }
        'activity-logs search' = @{
            Names = @()
            Own = @(
                '+--event=. Only of this type; see event-types.',
                '--admin=. Only by this teammate: id, e-mail or name.',
                '--since=. From this time on.',
                '--until=. Up to this time; now.',
                '--limit=. At most this many.',
                '--all Every one there is.'
            )
            Tail = 1
            Words = @()
        }
        'activity-logs event-types' = @{
            Names = @()
            Own = @(
                '--limit=. At most this many.'
            )
            Tail = 1
            Words = @()
        }
        'admins' = @{
            Names = @(
                'list List admins.',
                'get Show one admin or more.',
                'away Say that a teammate is away.',
                'back Say that a teammate is back.'
            )
            Own = @()
            Tail = 0
            Words = @()
        }
        'admins list' = @{
            Names = @()
            Own = @(
                '--where=. Only these; see: intercom help query',
                '--limit=. At most this many.',
                '--all Every one there is.'
            )
            Tail = 1
            Words = @()
        }
        'admins get' = @{
            Names = @()
            Own = @()
            Tail = 1
            Words = @('+.')
        }
        'admins away' = @{
            Names = @()
            Own = @(
                '--reason=. Why; see away-reasons.',
                '--reassign Send new replies to the default inbox.'
            )
            Tail = 0
            Words = @('.')
        }
        'admins back' = @{
            Names = @()
            Own = @()
            Tail = 0
            Words = @('.')
        }
        'articles' = @{
            Names = @(
                'list List articles.',
                'get Show one article or more.',
                'search Search articles for a phrase.',
                'create Create an article.',
                'update Change an article; what is published changes at once.',
                'delete Delete an article.',
                'draft Show the draft that waits on a published article.',
                'stage Write a draft of a published article; readers see it once published.',
                'versions List what an article said before.',
                'version Show what an article said in one version.',
                'publish Publish the draft of an article.',
                'tag Tag an article.',
                'untag Take a tag off an article.',
                'pull Write articles into Markdown files, a folder for each collection.',
                'diff Show what a push would change, and what changed at Intercom.',
                'push Send new and edited files to Intercom; nothing is ever deleted.'
            )
            Own = @()
            Tail = 0
            Words = @()
        }
        'articles list' = @{
            Names = @()
            Own = @(
                '--where=. Only these; see: intercom help query',
                '--limit=. At most this many.',
                '--all Every one there is.'
            )
            Tail = 1
            Words = @()
        }
        'articles get' = @{
            Names = @()
            Own = @()
            Tail = 1
            Words = @('+.')
        }
        'articles search' = @{
            Names = @()
            Own = @(
                '--phrase=. What to look for.',
                '--state=published|draft|all In which state.',
                '--help-center=. Only in this help center: id or name.',
                '--limit=. At most this many.',
                '--all Every one there is.'
            )
            Tail = 1
            Words = @()
        }
        'articles create' = @{
            Names = @()
            Own = @(
                '--title=. Title. Required.',
                '--description=. What it is about, in a sentence.',
                '--body=. The text: HTML if it begins with <, else Markdown.',
                '--body-file=@file A .html or .md file with it, or - .',
                '--author=. Who wrote it: id, e-mail or name; else you.',
                '--state=published|draft Whether readers see it; a new one is a draft.',
                '--collection=. Where it belongs: id or name.',
                '+--audience=. An audience that sees it, by id.',
                '--fin,--no-fin Whether Fin may use it.',
                '--copilot,--no-copilot Whether Copilot may use it.',
                '--sales-agent,--no-sales-agent Whether the sales agent may use it.',
                '--publish-at=. Publish it then.',
                '--unpublish-at=. Withdraw it then.',
                '+--set=@pair Set any field: a.b=value.',
                '--data=@file A JSON object to begin with.'
            )
            Tail = 0
            Words = @()
        }
        'articles update' = @{
            Names = @()
            Own = @(
                '--title=. Title.',
                '--description=. What it is about, in a sentence.',
                '--body=. The text: HTML if it begins with <, else Markdown.',
                '--body-file=@file A .html or .md file with it, or - .',
                '--author=. Who wrote it: id, e-mail or name.',
                '--state=published|draft Whether readers see it; a new one is a draft.',
                '--collection=. Where it belongs: id or name.',
                '+--audience=. An audience that sees it, by id.',
                '--fin,--no-fin Whether Fin may use it.',
                '--copilot,--no-copilot Whether Copilot may use it.',
                '--sales-agent,--no-sales-agent Whether the sales agent may use it.',
                '--publish-at=. Publish it then.',
                '--unpublish-at=. Withdraw it then.',
                '+--set=@pair Set any field: a.b=value.',
                '--data=@file A JSON object to begin with.'
            )
            Tail = 0
            Words = @('.')
        }
        'articles delete' = @{
            Names = @()
            Own = @()
            Tail = 0
            Words = @('.')
        }
        'articles draft' = @{
            Names = @()
            Own = @()
            Tail = 1
            Words = @('.')
        }
        'articles stage' = @{
            Names = @()
            Own = @(
                '--title=. Title.',
                '--description=. What it is about, in a sentence.',
                '--body=. The text: HTML if it begins with <, else Markdown.',
                '--body-file=@file A .html or .md file with it, or - .',
                '--author=. Who wrote it: id, e-mail or name.',
                '+--set=@pair Set any field: a.b=value.',
                '--data=@file A JSON object to begin with.'
            )
            Tail = 0
            Words = @('.')
        }
        'articles versions' = @{
            Names = @()
            Own = @(
                '--locale=. A language, as de.',
                '--limit=. At most this many.',
                '--all Every one there is.'
            )
            Tail = 1
            Words = @('.')
        }
        'articles version' = @{
            Names = @()
            Own = @(
                '--locale=. A language, as de.'
            )
            Tail = 1
            Words = @('.', '.')
        }
        'articles publish' = @{
            Names = @()
            Own = @(
                '+--locale=. Only in this language, as de; more than once. Else all that wait.'
            )
            Tail = 0
            Words = @('.')
        }
        'articles tag' = @{
            Names = @()
            Own = @(
                '--create Make the tag if there is none.'
            )
            Tail = 0
            Words = @('.', '.')
        }
        'articles untag' = @{
            Names = @()
            Own = @()
            Tail = 0
            Words = @('.', '.')
        }
        'articles pull' = @{
            Names = @()
            Own = @(
                '--collection=. Only what lies in this one: id or name.',
                '--state=published|draft Only in this state.',
                '--force Also where both sides changed.',
                '-n,--dry-run List what would be written.'
            )
            Tail = 1
            Words = @('@directory')
        }
        'articles diff' = @{
            Names = @()
            Own = @(
                '--exit-code Exit 1 for differences.'
            )
            Tail = 1
            Words = @('@directory')
        }
        'articles push' = @{
            Names = @()
            Own = @(
                '--publish Publish what is pushed.',
                '--force Also where both sides changed.',
                '--admin=. Who wrote the new ones: id, e-mail or name.'
            )
            Tail = 0
            Words = @('@directory')
        }
        'audiences' = @{
            Names = @(
                'list List audiences.',
                'get Show one audience or more.',
                'create Create an audience.',
                'update Change an audience.',
                'delete Delete an audience.'
            )
            Own = @()
            Tail = 0
            Words = @()
        }
        'audiences list' = @{
            Names = @()
            Own = @(
                '--where=. Only these; see: intercom help query',
                '--limit=. At most this many.',
                '--all Every one there is.'
            )
            Tail = 1
            Words = @()
        }
        'audiences get' = @{
            Names = @()
            Own = @()
            Tail = 1
            Words = @('+.')
        }
        'audiences create' = @{
            Names = @()
            Own = @(
                '--name=. What to call it. Required.',
                '--rules=. Whom it holds. JSON: [{"attribute": …, "type": …, "comparison": …, "value": …}].',
                '--role-rules=. Users, leads or visitors, in the same form.',
                '+--set=@pair Set any field: a.b=value.',
                '--data=@file A JSON object to begin with.'
            )
            Tail = 0
            Words = @()
        }
        'audiences update' = @{
            Names = @()
            Own = @(
                '--name=. What to call it.',
                '--rules=. Whom it holds. JSON: [{"attribute": …, "type": …, "comparison": …, "value": …}].',
                '--role-rules=. Users, leads or visitors, in the same form.',
                '+--set=@pair Set any field: a.b=value.',
                '--data=@file A JSON object to begin with.'
            )
            Tail = 0
            Words = @('.')
        }
        'audiences delete' = @{
            Names = @()
            Own = @()
            Tail = 0
            Words = @('.')
        }
        'away-reasons' = @{
            Names = @(
                'list List away reasons.'
            )
            Own = @()
            Tail = 0
            Words = @()
        }
        'away-reasons list' = @{
            Names = @()
            Own = @(
                '--where=. Only these; see: intercom help query',
                '--limit=. At most this many.',
                '--all Every one there is.'
            )
            Tail = 1
            Words = @()
        }
        'banners' = @{
            Names = @(
                'list List the banners that a contact is to see.',
                'dismiss Hide a banner from a contact for good.'
            )
            Own = @()
            Tail = 0
            Words = @()
        }
        'banners list' = @{
            Names = @()
            Own = @(
                '--contact=. Who sees it: an id, an e-mail address, or external:ID.',
                '--limit=. At most this many.',
                '--all Every one there is.'
            )
            Tail = 1
            Words = @()
        }
        'banners dismiss' = @{
            Names = @()
            Own = @(
                '--contact=. Who sees it: an id, an e-mail address, or external:ID.'
            )
            Tail = 0
            Words = @('.')
        }
        'brands' = @{
            Names = @(
                'list List brands.',
                'get Show one brand or more.'
            )
            Own = @()
            Tail = 0
            Words = @()
        }
        'brands list' = @{
            Names = @()
            Own = @(
                '--where=. Only these; see: intercom help query',
                '--limit=. At most this many.',
                '--all Every one there is.'
            )
            Tail = 1
            Words = @()
        }
        'brands get' = @{
            Names = @()
            Own = @()
            Tail = 1
            Words = @('+.')
        }
        'calls' = @{
            Names = @(
                'list List calls, the latest first.',
                'get Show one call or more.',
                'search Find the calls of conversations, with what was said in them.',
                'recording Save the recording of a call, or write it into a pipe.',
                'transcript Read what was said in a call.'
            )
            Own = @()
            Tail = 0
            Words = @()
        }
        'calls list' = @{
            Names = @()
            Own = @(
                '--where=. Only these; see: intercom help query',
                '--limit=. At most this many.',
                '--all Every one there is.'
            )
            Tail = 1
            Words = @()
        }
        'calls get' = @{
            Names = @()
            Own = @()
            Tail = 1
            Words = @('+.')
        }
        'calls search' = @{
            Names = @()
            Own = @()
            Tail = 1
            Words = @('+.')
        }
        'calls recording' = @{
            Names = @()
            Own = @(
                '--to=@file Where to save it; - for standard output.',
                '--force Replace a file that is there.'
            )
            Tail = 2
            Words = @('.')
        }
        'calls transcript' = @{
            Names = @()
            Own = @(
                '--to=@file Where to save it; - for standard output.',
                '--force Replace a file that is there.'
            )
            Tail = 2
            Words = @('.')
        }
        'collections' = @{
            Names = @(
                'list List collections.',
                'get Show one collection or more.',
                'create Create a collection.',
                'update Change a collection.',
                'delete Delete a collection.'
            )
            Own = @()
            Tail = 0
            Words = @()
        }
        'collections list' = @{
            Names = @()
            Own = @(
                '--where=. Only these; see: intercom help query',
                '--limit=. At most this many.',
                '--all Every one there is.'
            )
            Tail = 1
            Words = @()
        }
        'collections get' = @{
            Names = @()
            Own = @()
            Tail = 1
            Words = @('+.')
        }
        'collections create' = @{
            Names = @()
            Own = @(
                '--name=. What to call it. Required.',
                '--description=. What it holds.',
                '--inside=. The collection it lies in: id or name.',
                '--help-center=. Its help center: id or name; else the default one.',
                '+--set=@pair Set any field: a.b=value.',
                '--data=@file A JSON object to begin with.'
            )
            Tail = 0
            Words = @()
        }
        'collections update' = @{
            Names = @()
            Own = @(
                '--name=. What to call it.',
                '--description=. What it holds.',
                '--inside=. The collection it lies in: id or name.',
                '+--set=@pair Set any field: a.b=value.',
                '--data=@file A JSON object to begin with.'
            )
            Tail = 0
            Words = @('.')
        }
        'collections delete' = @{
            Names = @()
            Own = @()
            Tail = 0
            Words = @('.')
        }
        'commands' = @{
            Names = @()
            Own = @(
                '--json The whole tree as one document, for programs.'
            )
            Tail = 3
            Words = @()
        }
        'companies' = @{
            Names = @(
                'list List companies.',
                'get Show one company or more.',
                'search Have Intercom search companies (Preview).',
                'create Create a company.',
                'update Change a company.',
                'delete Archive a company and detach its contacts.',
                'contacts List the contacts of a company.',
                'segments List the segments a company is in.',
                'notes List the notes on a company.',
                'attach Attach a contact to a company.',
                'detach Detach a contact from a company.',
                'note Write a note on a company.',
                'tag Tag a company.',
                'untag Take a tag off a company.',
                'bulk-create Create up to 100 companies in one job (Preview).',
                'bulk-update Change up to 100 companies in one job (Preview).',
                'bulk-delete Delete up to 100 companies in one job (Preview).',
                'bulk-status Show how far such a job got (Preview).'
            )
            Own = @()
            Tail = 0
            Words = @()
        }
        'companies list' = @{
            Names = @()
            Own = @(
                '--where=. Only these; see: intercom help query',
                '--limit=. At most this many.',
                '--all Every one there is.'
            )
            Tail = 1
            Words = @()
        }
        'companies get' = @{
            Names = @()
            Own = @()
            Tail = 1
            Words = @('+.')
        }
        'companies search' = @{
            Names = @()
            Own = @(
                '--where=. Which; see: intercom help query',
                '--sort=. Order; -FIELD for descending.',
                '--limit=. At most this many.',
                '--all Every one there is.'
            )
            Tail = 1
            Words = @()
        }
        'companies create' = @{
            Names = @()
            Own = @(
                '--company-id=. Your own id of the company. Required.',
                '--name=. Name.',
                '--plan=. Name of the plan.',
                '--size=. Number of employees.',
                '--website=. Address of the website.',
                '--industry=. What it does.',
                '--monthly-spend=. Revenue a month, a whole number.',
                '--remote-created-at=. When you created it.',
                '--update-last-request-at,--no-update-last-request-at Count this as activity.',
                '+--set=@pair Set any field: a.b=value.',
                '--data=@file A JSON object to begin with.'
            )
            Tail = 0
            Words = @()
        }
        'companies update' = @{
            Names = @()
            Own = @(
                '--name=. Name.',
                '--plan=. Name of the plan.',
                '--size=. Number of employees.',
                '--website=. Address of the website.',
                '--industry=. What it does.',
                '--monthly-spend=. Revenue a month, a whole number.',
                '+--set=@pair Set any field: a.b=value.',
                '--data=@file A JSON object to begin with.'
            )
            Tail = 0
            Words = @('.')
        }
        'companies delete' = @{
            Names = @()
            Own = @()
            Tail = 0
            Words = @('.')
        }
        'companies contacts' = @{
            Names = @()
            Own = @(
                '--limit=. At most this many.',
                '--all Every one there is.'
            )
            Tail = 1
            Words = @('.')
        }
        'companies segments' = @{
            Names = @()
            Own = @(
                '--limit=. At most this many.',
                '--all Every one there is.'
            )
            Tail = 1
            Words = @('.')
        }
        'companies notes' = @{
            Names = @()
            Own = @(
                '--limit=. At most this many.',
                '--all Every one there is.'
            )
            Tail = 1
            Words = @('.')
        }
        'companies attach' = @{
            Names = @()
            Own = @()
            Tail = 0
            Words = @('.', '.')
        }
        'companies detach' = @{
            Names = @()
            Own = @()
            Tail = 0
            Words = @('.', '.')
        }
        'companies note' = @{
            Names = @()
            Own = @(
                '--admin=. Write as this admin.'
            )
            Tail = 0
            Words = @('.', '.')
        }
        'companies tag' = @{
            Names = @()
            Own = @(
                '--create Make the tag if there is none.'
            )
            Tail = 0
            Words = @('.', '.')
        }
        'companies untag' = @{
            Names = @()
            Own = @()
            Tail = 0
            Words = @('.', '.')
        }
        'companies bulk-create' = @{
            Names = @()
            Own = @(
                '--job=. A job to add them to.'
            )
            Tail = 0
            Words = @('@file')
        }
        'companies bulk-update' = @{
            Names = @()
            Own = @(
                '--job=. A job to add them to.'
            )
            Tail = 0
            Words = @('@file')
        }
        'companies bulk-delete' = @{
            Names = @()
            Own = @(
                '--job=. A job to add them to.'
            )
            Tail = 0
            Words = @('+.')
        }
        'companies bulk-status' = @{
            Names = @()
            Own = @(
                '--wait Wait until it is finished.',
                '--wait-for=. Wait this long at most, and longer than not at all.'
            )
            Tail = 1
            Words = @('.')
        }
        'completion' = @{
            Names = @()
            Own = @()
            Tail = 4
            Words = @('bash|zsh|fish|powershell')
        }
        'config' = @{
            Names = @(
                'list List every setting, its value and where it comes from.',
                'get Print one setting''s value; nothing when it has none.',
                'set Write a setting into the configuration file.',
                'unset Take a setting out of the configuration file.',
                'path Print where the configuration file is.'
            )
            Own = @()
            Tail = 0
            Words = @()
        }
        'config list' = @{
            Names = @()
            Own = @()
            Tail = 3
            Words = @()
        }
        'config get' = @{
            Names = @()
            Own = @()
            Tail = 4
            Words = @('workspace|output|api_version|timeout|max_wait|color|no_input|region|base_url|client_id|redirect_uri')
        }
        'config set' = @{
            Names = @()
            Own = @()
            Tail = 4
            Words = @('workspace|output|api_version|timeout|max_wait|color|no_input|region|base_url|client_id|redirect_uri', '.')
        }
        'config unset' = @{
            Names = @()
            Own = @()
            Tail = 4
            Words = @('workspace|output|api_version|timeout|max_wait|color|no_input|region|base_url|client_id|redirect_uri')
        }
        'config path' = @{
            Names = @()
            Own = @()
            Tail = 4
            Words = @()
        }
        'connect' = @{
            Names = @()
            Own = @(
                '--sandbox A practice workspace on this machine.',
                '--oauth Sign in with the browser and your own app.',
                '--token-stdin Read an access token from standard input.',
                '--token-file=@file Read an access token from a file.',
                '--name=. What to call it here.',
                '--region=us|eu|au Where its data lives; found out by itself.',
                '--store=keyring|file Where to keep the token.',
                '--read-only Refuse commands that change it.',
                '--client-id=. Your app''s id.',
                '--client-secret-stdin Read the app''s secret from standard input.',
                '--redirect-uri=. Redirect URL of your app.',
                '--no-browser Show the address, open nothing.',
                '--paste Do not listen; paste the address you end on.',
                '--timeout=. Time to sign in; 300.',
                '--cert=@file Certificate of the listener.',
                '--key=@file The certificate''s key.'
            )
            Tail = 4
            Words = @()
        }
        'contacts' = @{
            Names = @(
                'list List contacts.',
                'get Show one contact or more.',
                'search Search contacts.',
                'create Create a contact.',
                'update Change a contact.',
                'delete Delete a contact.',
                'count Count contacts.',
                'archive Archive a contact.',
                'unarchive Bring an archived contact back.',
                'block Block a contact and archive their conversations.',
                'merge Merge a lead into a user.',
                'upsert Create a contact, or change the one that is there.',
                'companies List the companies of a contact.',
                'tags List the tags of a contact.',
                'notes List the notes on a contact.',
                'segments List the segments a contact is in.',
                'subscriptions List what a contact chose to receive or not.',
                'attach Attach a contact to a company.',
                'detach Detach a contact from a company.',
                'tag Tag a contact.',
                'untag Take a tag off a contact.',
                'note Write a note on a contact.',
                'subscribe Let a contact receive a subscription type.',
                'unsubscribe Let a contact no longer receive a subscription type.',
                'merge-history List the contacts that were merged into a user.',
                'merge-preview Show what a merge would change, without merging (Preview).',
                'activities List what happened to contacts, the earliest first (Preview).',
                'bulk-create Create up to 100 contacts in one job (Preview).',
                'bulk-update Change up to 100 contacts in one job (Preview).',
                'bulk-delete Delete up to 100 contacts in one job (Preview).',
                'bulk-status Show how far such a job got (Preview).'
            )
            Own = @()
            Tail = 0
            Words = @()
        }
        'contacts list' = @{
            Names = @()
            Own = @(
                '--where=. Only these; see: intercom help query',
                '--sort=. Order; -FIELD for descending.',
                '--limit=. At most this many.',
                '--all Every one there is.'
            )
            Tail = 1
            Words = @()
        }
        'contacts get' = @{
            Names = @()
            Own = @()
            Tail = 1
            Words = @('+.')
        }
        'contacts search' = @{
            Names = @()
            Own = @(
                '--where=. Which; see: intercom help query',
                '--sort=. Order; -FIELD for descending.',
                '--limit=. At most this many.',
                '--all Every one there is.'
            )
            Tail = 1
            Words = @()
        }
        'contacts create' = @{
            Names = @()
            Own = @(
                '--role=. user or lead.',
                '--email=. E-mail address.',
                '--external-id=. Your own id of the person.',
                '--name=. Full name.',
                '--phone=. Phone number, as +353861234567.',
                '--avatar=. Address of a picture.',
                '--owner-id=. The admin who owns the contact.',
                '--signed-up-at=. When they signed up.',
                '--last-seen-at=. When they were last seen.',
                '--email-verified,--no-email-verified Whether the address is confirmed.',
                '--unsubscribed-from-emails,--no-unsubscribed-from-emails Whether they get no e-mails.',
                '+--set=@pair Set any field: a.b=value.',
                '--data=@file A JSON object to begin with.'
            )
            Tail = 0
            Words = @()
        }
        'contacts update' = @{
            Names = @()
            Own = @(
                '--role=. user or lead.',
                '--email=. E-mail address.',
                '--external-id=. Your own id of the person.',
                '--name=. Full name.',
                '--phone=. Phone number, as +353861234567.',
                '--avatar=. Address of a picture.',
                '--owner-id=. The admin who owns the contact.',
                '--signed-up-at=. When they signed up.',
                '--last-seen-at=. When they were last seen.',
                '--email-verified,--no-email-verified Whether the address is confirmed.',
                '--unsubscribed-from-emails,--no-unsubscribed-from-emails Whether they get no e-mails.',
                '+--set=@pair Set any field: a.b=value.',
                '--data=@file A JSON object to begin with.'
            )
            Tail = 0
            Words = @('.')
        }
        'contacts delete' = @{
            Names = @()
            Own = @()
            Tail = 0
            Words = @('.')
        }
        'contacts count' = @{
            Names = @()
            Own = @(
                '--where=. Only these; see: intercom help query'
            )
            Tail = 1
            Words = @()
        }
        'contacts archive' = @{
            Names = @()
            Own = @()
            Tail = 0
            Words = @('.')
        }
        'contacts unarchive' = @{
            Names = @()
            Own = @()
            Tail = 0
            Words = @('.')
        }
        'contacts block' = @{
            Names = @()
            Own = @()
            Tail = 0
            Words = @('.')
        }
        'contacts merge' = @{
            Names = @()
            Own = @(
                '--into=. The user that stays.',
                '--skip-duplicate-validation Merge even where data would be lost.'
            )
            Tail = 0
            Words = @('.')
        }
        'contacts upsert' = @{
            Names = @()
            Own = @(
                '--unarchive Bring an archived contact back first.',
                '--role=. user or lead.',
                '--email=. E-mail address.',
                '--external-id=. Your own id of the person.',
                '--name=. Full name.',
                '--phone=. Phone number, as +353861234567.',
                '--avatar=. Address of a picture.',
                '--owner-id=. The admin who owns the contact.',
                '--signed-up-at=. When they signed up.',
                '--last-seen-at=. When they were last seen.',
                '--email-verified,--no-email-verified Whether the address is confirmed.',
                '--unsubscribed-from-emails,--no-unsubscribed-from-emails Whether they get no e-mails.',
                '+--set=@pair Set any field: a.b=value.',
                '--data=@file A JSON object to begin with.'
            )
            Tail = 0
            Words = @()
        }
        'contacts companies' = @{
            Names = @()
            Own = @(
                '--limit=. At most this many.',
                '--all Every one there is.'
            )
            Tail = 1
            Words = @('.')
        }
        'contacts tags' = @{
            Names = @()
            Own = @(
                '--limit=. At most this many.',
                '--all Every one there is.'
            )
            Tail = 1
            Words = @('.')
        }
        'contacts notes' = @{
            Names = @()
            Own = @(
                '--limit=. At most this many.',
                '--all Every one there is.'
            )
            Tail = 1
            Words = @('.')
        }
        'contacts segments' = @{
            Names = @()
            Own = @(
                '--limit=. At most this many.',
                '--all Every one there is.'
            )
            Tail = 1
            Words = @('.')
        }
        'contacts subscriptions' = @{
            Names = @()
            Own = @(
                '--limit=. At most this many.',
                '--all Every one there is.'
            )
            Tail = 1
            Words = @('.')
        }
        'contacts attach' = @{
            Names = @()
            Own = @()
            Tail = 0
            Words = @('.', '.')
        }
        'contacts detach' = @{
            Names = @()
            Own = @()
            Tail = 0
            Words = @('.', '.')
        }
        'contacts tag' = @{
            Names = @()
            Own = @(
                '--create Make the tag if there is none.'
            )
            Tail = 0
            Words = @('.', '.')
        }
        'contacts untag' = @{
            Names = @()
            Own = @()
            Tail = 0
            Words = @('.', '.')
        }
        'contacts note' = @{
            Names = @()
            Own = @(
                '--admin=. Write as this admin.'
            )
            Tail = 0
            Words = @('.', '.')
        }
        'contacts subscribe' = @{
            Names = @()
            Own = @()
            Tail = 0
            Words = @('.', '.')
        }
        'contacts unsubscribe' = @{
            Names = @()
            Own = @()
            Tail = 0
            Words = @('.', '.')
        }
        'contacts merge-history' = @{
            Names = @()
            Own = @(
                '--order=asc|desc By time; desc.',
                '--limit=. At most this many.',
                '--all Every one there is.'
            )
            Tail = 1
            Words = @('.')
        }
        'contacts merge-preview' = @{
            Names = @()
            Own = @(
                '--into=. The user that would stay.',
                '--skip-duplicate-validation Even where they have nothing in common.'
            )
            Tail = 1
            Words = @('.')
        }
        'contacts activities' = @{
            Names = @()
            Own = @(
                '--limit=. At most this many.',
                '--all Every one there is.'
            )
            Tail = 1
            Words = @()
        }
        'contacts bulk-create' = @{
            Names = @()
            Own = @(
                '--job=. A job to add them to.'
            )
            Tail = 0
            Words = @('@file')
        }
        'contacts bulk-update' = @{
            Names = @()
            Own = @(
                '--job=. A job to add them to.'
            )
            Tail = 0
            Words = @('@file')
        }
        'contacts bulk-delete' = @{
            Names = @()
            Own = @(
                '--job=. A job to add them to.'
            )
            Tail = 0
            Words = @('+.')
        }
        'contacts bulk-status' = @{
            Names = @()
            Own = @(
                '--wait Wait until it is finished.',
                '--wait-for=. Wait this long at most, and longer than not at all.'
            )
            Tail = 1
            Words = @('.')
        }
        'content' = @{
            Names = @(
                'search Search everything that is written, the latest first.',
                'delete Delete content for good.',
                'publish Publish articles in the languages named.',
                'unpublish Withdraw articles in the languages named.',
                'availability Say whether Fin, Copilot and the sales agent may use content.',
                'audience Say which segments see content.',
                'tag Tag content.',
                'untag Take tags off content.'
            )
            Own = @()
            Tail = 0
            Words = @()
        }
        'content search' = @{
            Names = @()
            Own = @(
                '--query=. Words of the title or the text.',
                '+--type=article|internal_article|snippet|external_content|file_source_content What it is.',
                '+--state=published|draft In which state.',
                '+--locale=. In this language, as de.',
                '+--tag=. With one of these tags: id or name.',
                '+--without-tag=. With none of these tags.',
                '+--folder=. In this folder, by id.',
                '--fin=on|off Whether Fin may use it.',
                '--copilot=on|off Whether Copilot may use it.',
                '--sales-agent=on|off Whether the sales agent may use it.',
                '+--created-by=. Who made it: admin id, e-mail or name.',
                '+--updated-by=. Who changed it last.',
                '--created-after=. Made then or later.',
                '--created-before=. Made then or before.',
                '--updated-after=. Changed then or later.',
                '--updated-before=. Changed then or before.',
                '--limit=. At most this many.',
                '--all Every one there is.'
            )
            Tail = 1
            Words = @()
        }
        'content delete' = @{
            Names = @()
            Own = @()
            Tail = 0
            Words = @('+.')
        }
        'content publish' = @{
            Names = @()
            Own = @()
            Tail = 0
            Words = @('+.')
        }
        'content unpublish' = @{
            Names = @()
            Own = @()
            Tail = 0
            Words = @('+.')
        }
        'content availability' = @{
            Names = @()
            Own = @(
                '--fin,--no-fin Whether Fin may use it.',
                '--copilot,--no-copilot Whether Copilot may use it.',
                '--sales-agent,--no-sales-agent Whether the sales agent may use it.'
            )
            Tail = 0
            Words = @('+.')
        }
        'content audience' = @{
            Names = @()
            Own = @(
                '+--add=. A segment that sees it from now on; more than once.',
                '+--remove=. A segment that no longer sees it; more than once.',
                '--remove-all First take all away.'
            )
            Tail = 0
            Words = @('+.')
        }
        'content tag' = @{
            Names = @()
            Own = @(
                '+--tag=. A tag: id or name; more than once.'
            )
            Tail = 0
            Words = @('+.')
        }
        'content untag' = @{
            Names = @()
            Own = @(
                '+--tag=. A tag: id or name; more than once.'
            )
            Tail = 0
            Words = @('+.')
        }
        'content-snippets' = @{
            Names = @(
                'list List content snippets.',
                'get Show one content snippet or more.',
                'create Create a content snippet.',
                'update Change a content snippet.',
                'delete Delete a content snippet.',
                'tag Tag a content snippet.',
                'untag Take a tag off a content snippet.'
            )
            Own = @()
            Tail = 0
            Words = @()
        }
        'content-snippets list' = @{
            Names = @()
            Own = @(
                '--where=. Only these; see: intercom help query',
                '--limit=. At most this many.',
                '--all Every one there is.'
            )
            Tail = 1
            Words = @()
        }
        'content-snippets get' = @{
            Names = @()
            Own = @()
            Tail = 1
            Words = @('+.')
        }
        'content-snippets create' = @{
            Names = @()
            Own = @(
                '--title=. Title. Required.',
                '--body=. The text: Markdown.',
                '--body-file=@file A .md file with it, or - .',
                '--locale=. Its language, as de.',
                '+--audience=. An audience that sees it, by id.',
                '--fin,--no-fin Whether Fin may use it.',
                '--copilot,--no-copilot Whether Copilot may use it.',
                '--sales-agent,--no-sales-agent Whether the sales agent may use it.',
                '+--set=@pair Set any field: a.b=value.',
                '--data=@file A JSON object to begin with.'
            )
            Tail = 0
            Words = @()
        }
        'content-snippets update' = @{
            Names = @()
            Own = @(
                '--title=. Title.',
                '--body=. The text: Markdown.',
                '--body-file=@file A .md file with it, or - .',
                '--locale=. Its language, as de.',
                '+--audience=. An audience that sees it, by id.',
                '--fin,--no-fin Whether Fin may use it.',
                '--copilot,--no-copilot Whether Copilot may use it.',
                '--sales-agent,--no-sales-agent Whether the sales agent may use it.',
                '+--set=@pair Set any field: a.b=value.',
                '--data=@file A JSON object to begin with.'
            )
            Tail = 0
            Words = @('.')
        }
        'content-snippets delete' = @{
            Names = @()
            Own = @()
            Tail = 0
            Words = @('.')
        }
        'content-snippets tag' = @{
            Names = @()
            Own = @(
                '--create Make the tag if there is none.'
            )
            Tail = 0
            Words = @('.', '.')
        }
        'content-snippets untag' = @{
            Names = @()
            Own = @()
            Tail = 0
            Words = @('.', '.')
        }
        'content-sources' = @{
            Names = @(
                'list List content sources.',
                'get Show one content source or more.',
                'create Create a content source.',
                'update Change a content source; what is not given stays.',
                'delete Delete a content source.'
            )
            Own = @()
            Tail = 0
            Words = @()
        }
        'content-sources list' = @{
            Names = @()
            Own = @(
                '--where=. Only these; see: intercom help query',
                '--limit=. At most this many.',
                '--all Every one there is.'
            )
            Tail = 1
            Words = @()
        }
        'content-sources get' = @{
            Names = @()
            Own = @()
            Tail = 1
            Words = @('+.')
        }
        'content-sources create' = @{
            Names = @()
            Own = @(
                '--url=. Where its pages begin. Required.',
                '--status=active|deactivated Whether Fin may use it.',
                '+--audience=. An audience, by id.',
                '+--set=@pair Set any field: a.b=value.',
                '--data=@file A JSON object to begin with.'
            )
            Tail = 0
            Words = @()
        }
        'content-sources update' = @{
            Names = @()
            Own = @(
                '--url=. Where its pages begin.',
                '--status=active|deactivated Whether Fin may use it.',
                '--sync-behavior=api|automated|manual How it is kept up to date.',
                '+--audience=. An audience, by id.',
                '--to-its-pages Give its pages that audience.'
            )
            Tail = 0
            Words = @('.')
        }
        'content-sources delete' = @{
            Names = @()
            Own = @()
            Tail = 0
            Words = @('.')
        }
        'conversation-attributes' = @{
            Names = @(
                'list List conversation attributes.',
                'get Show one conversation attribute or more.',
                'create Create a conversation attribute.',
                'update Change a conversation attribute.',
                'delete Archive a conversation attribute; Intercom has no deletion.',
                'add-option Add a choice to a list.',
                'update-option Give a choice of a list another label.',
                'delete-option Archive a choice of a list.'
            )
            Own = @()
            Tail = 0
            Words = @()
        }
        'conversation-attributes list' = @{
            Names = @()
            Own = @(
                '--include-archived,--no-include-archived Archived ones too.',
                '--where=. Only these; see: intercom help query',
                '--limit=. At most this many.',
                '--all Every one there is.'
            )
            Tail = 1
            Words = @()
        }
        'conversation-attributes get' = @{
            Names = @()
            Own = @()
            Tail = 1
            Words = @('+.')
        }
        'conversation-attributes create' = @{
            Names = @()
            Own = @(
                '--name=. Its name in data. Required.',
                '--type=string|integer|list|decimal|boolean|datetime|relationship|files What its values are. Required.',
                '--description=. What it means.',
                '--required,--no-required Whether it must be filled in to close.',
                '--multiline,--no-multiline For type string: whether it has lines.',
                '+--option=. A choice, for type list; once for each.',
                '+--team=. A team that sees it; once for each.',
                '--reference=one|many For type relationship: one or many.',
                '--object-type=. For type relationship: what it leads to.',
                '+--set=@pair Set any field: a.b=value.',
                '--data=@file A JSON object to begin with.'
            )
            Tail = 0
            Words = @()
        }
        'conversation-attributes update' = @{
            Names = @()
            Own = @(
                '--name=. Its name in data.',
                '--description=. What it means.',
                '--required,--no-required Whether it must be filled in to close.',
                '--multiline,--no-multiline For type string: whether it has lines.',
                '+--team=. A team that sees it; once for each.',
                '--reference=one|many For type relationship: one or many.',
                '--object-type=. For type relationship: what it leads to.',
                '+--set=@pair Set any field: a.b=value.',
                '--data=@file A JSON object to begin with.'
            )
            Tail = 0
            Words = @('.')
        }
        'conversation-attributes delete' = @{
            Names = @()
            Own = @()
            Tail = 0
            Words = @('.')
        }
        'conversation-attributes add-option' = @{
            Names = @()
            Own = @(
                '--label=. What to call it. Required.',
                '+--set=@pair Set any field: a.b=value.',
                '--data=@file A JSON object to begin with.'
            )
            Tail = 0
            Words = @('.')
        }
        'conversation-attributes update-option' = @{
            Names = @()
            Own = @(
                '--label=. What to call it.'
            )
            Tail = 0
            Words = @('.', '.')
        }
        'conversation-attributes delete-option' = @{
            Names = @()
            Own = @()
            Tail = 0
            Words = @('.', '.')
        }
        'conversations' = @{
            Names = @(
                'list List conversations.',
                'get Read a conversation, or show several.',
                'search Search conversations.',
                'create Begin a conversation as a contact; to write to one: messages send.',
                'update Change a conversation.',
                'delete Delete a conversation for good.',
                'handling-events List when teammates paused and resumed a conversation.',
                'side-conversations List what was talked about beside a conversation.',
                'deleted List the ids of deleted conversations.',
                'reply Reply to the customer, or as the customer.',
                'note Write a note that only teammates see.',
                'assign Give conversations to an admin, a team, or nobody.',
                'close Close conversations.',
                'open Open conversations that were closed or snoozed.',
                'snooze Put conversations off until a time; a day alone means nine in the morning.',
                'tag Tag a conversation.',
                'untag Take a tag off a conversation.',
                'attach Let another contact take part; they can read all of it from then on.',
                'detach Let a contact no longer take part.',
                'redact Take the text and files of a part, or of the first message, away for good.',
                'merge Merge a conversation into another one, which goes on; the first is closed.',
                'convert Make a ticket of a conversation.',
                'mark-part Mark a part as seen, or say how far a reply sent elsewhere got (Preview).'
            )
            Own = @()
            Tail = 0
            Words = @()
        }
        'conversations list' = @{
            Names = @()
            Own = @(
                '--where=. Only these; see: intercom help query',
                '--sort=. Order; -FIELD for descending.',
                '--limit=. At most this many.',
                '--all Every one there is.'
            )
            Tail = 1
            Words = @()
        }
        'conversations get' = @{
            Names = @()
            Own = @(
                '--plaintext Texts without their HTML.',
                '--translations With translations of parts.'
            )
            Tail = 1
            Words = @('+.')
        }
        'conversations search' = @{
            Names = @()
            Own = @(
                '--include-monitors,--no-include-monitors With what monitors found.',
                '--include-scorecards,--no-include-scorecards With what scorecards say.',
                '--where=. Which; see: intercom help query',
                '--sort=. Order; -FIELD for descending.',
                '--limit=. At most this many.',
                '--all Every one there is.'
            )
            Tail = 1
            Words = @()
        }
        'conversations create' = @{
            Names = @()
            Own = @(
                '--from=. The contact who writes.',
                '--body=. What they write; - reads stdin.',
                '--subject=. What it is about.',
                '--brand=. The brand it is for.',
                '+--attach-url=. An address to attach; ten at most.',
                '--created-at=. When it was said.'
            )
            Tail = 0
            Words = @()
        }
        'conversations update' = @{
            Names = @()
            Own = @(
                '--title=. What to call it.',
                '--read,--no-read Whether it has been read.',
                '--company=. The company it is about: id, company:ID or name.',
                '+--set=@pair Set any field: a.b=value.',
                '--data=@file A JSON object to begin with.'
            )
            Tail = 0
            Words = @('.')
        }
        'conversations delete' = @{
            Names = @()
            Own = @(
                '--keep-metrics,--no-keep-metrics Whether reports still count it; they do.'
            )
            Tail = 0
            Words = @('.')
        }
        'conversations handling-events' = @{
            Names = @()
            Own = @(
                '--limit=. At most this many.',
                '--all Every one there is.'
            )
            Tail = 1
            Words = @('.')
        }
        'conversations side-conversations' = @{
            Names = @()
            Own = @(
                '--limit=. At most this many.',
                '--all Every one there is.'
            )
            Tail = 1
            Words = @('.')
        }
        'conversations deleted' = @{
            Names = @()
            Own = @(
                '--order=asc|desc The latest deleted first, or the eldest.',
                '--limit=. At most this many.',
                '--all Every one there is.'
            )
            Tail = 1
            Words = @()
        }
        'conversations reply' = @{
            Names = @()
            Own = @(
                '--as=. Write as this contact instead.',
                '+--file=. A file to attach; ten at most.',
                '+--attach-url=. An address to attach; ten at most.',
                '+--option=. A button to answer with; with --as, the one pressed. UUID=TEXT sets its id.',
                '--skip-notifications Notify nobody of it.',
                '--created-at=. When it was said.',
                '--admin=. Act as this admin: id or e-mail.'
            )
            Tail = 0
            Words = @('.', '.')
        }
        'conversations note' = @{
            Names = @()
            Own = @(
                '+--file=. A file to attach; ten at most.',
                '+--attach-url=. An address to attach; ten at most.',
                '--created-at=. When it was said.',
                '--admin=. Act as this admin: id or e-mail.'
            )
            Tail = 0
            Words = @('.', '.')
        }
        'conversations assign' = @{
            Names = @()
            Own = @(
                '--team=. To a team instead: id or name.',
                '--nobody To nobody any more.',
                '--body=. Also say this to the customer; - reads stdin.',
                '--admin=. Act as this admin: id or e-mail.'
            )
            Tail = 0
            Words = @('.', '+.')
        }
        'conversations close' = @{
            Names = @()
            Own = @(
                '--body=. Also say this to the customer; - reads stdin.',
                '--admin=. Act as this admin: id or e-mail.'
            )
            Tail = 0
            Words = @('+.')
        }
        'conversations open' = @{
            Names = @()
            Own = @(
                '--admin=. Act as this admin: id or e-mail.'
            )
            Tail = 0
            Words = @('+.')
        }
        'conversations snooze' = @{
            Names = @()
            Own = @(
                '--until=. 2h, tomorrow 9:00, monday, 2026-12-01T09:00.',
                '--admin=. Act as this admin: id or e-mail.'
            )
            Tail = 0
            Words = @('+.')
        }
        'conversations tag' = @{
            Names = @()
            Own = @(
                '--create Make the tag if there is none.',
                '--admin=. Act as this admin: id or e-mail.'
            )
            Tail = 0
            Words = @('.', '.')
        }
        'conversations untag' = @{
            Names = @()
            Own = @(
                '--admin=. Act as this admin: id or e-mail.'
            )
            Tail = 0
            Words = @('.', '.')
        }
        'conversations attach' = @{
            Names = @()
            Own = @(
                '--as=. On behalf of this contact, who takes part already.',
                '--admin=. Act as this admin: id or e-mail.'
            )
            Tail = 0
            Words = @('.', '.')
        }
        'conversations detach' = @{
            Names = @()
            Own = @(
                '--admin=. Act as this admin: id or e-mail.'
            )
            Tail = 0
            Words = @('.', '.')
        }
        'conversations redact' = @{
            Names = @()
            Own = @(
                '--source The first message.'
            )
            Tail = 0
            Words = @('.', '.')
        }
        'conversations merge' = @{
            Names = @()
            Own = @(
                '--into=. The one that goes on.'
            )
            Tail = 0
            Words = @('.')
        }
        'conversations convert' = @{
            Names = @()
            Own = @(
                '--type=. Its type: id or name.',
                '--state=. Its state: id or name.',
                '+--attribute=@pair A field of the ticket.'
            )
            Tail = 0
            Words = @('.')
        }
        'conversations mark-part' = @{
            Names = @()
            Own = @(
                '--secret-file=@file Holds the secret Intercom gave; - reads it.',
                '--seen The admin has seen it.',
                '--send-state=. How far a reply sent elsewhere got.',
                '--info=. A word about that.',
                '--admin=. Act as this admin: id or e-mail.'
            )
            Tail = 0
            Words = @('.', '.')
        }
        'custom-objects' = @{
            Names = @(
                'list List custom objects of a type.',
                'get Show one custom object or more.',
                'create Create a custom object, or change the one of that external id.',
                'delete Delete a custom object.',
                'upsert The same as create, for Intercom does both in one.'
            )
            Own = @()
            Tail = 0
            Words = @()
        }
        'custom-objects list' = @{
            Names = @()
            Own = @(
                '--type=. What kind of record, as Order.',
                '--contact=. Only those of this contact.',
                '--conversation=. Only those of this conversation.',
                '--where=. Only these; see: intercom help query',
                '--limit=. At most this many.',
                '--all Every one there is.'
            )
            Tail = 1
            Words = @()
        }
        'custom-objects get' = @{
            Names = @()
            Own = @(
                '--type=. What kind of record, as Order.'
            )
            Tail = 1
            Words = @('+.')
        }
        'custom-objects create' = @{
            Names = @()
            Own = @(
                '--type=. What kind of record, as Order.',
                '--external-id=. Your own id of the record. Required.',
                '--created-at=. When you made it.',
                '--updated-at=. When you changed it.',
                '+--set=@pair Set any field: a.b=value.',
                '--data=@file A JSON object to begin with.'
            )
            Tail = 0
            Words = @()
        }
        'custom-objects delete' = @{
            Names = @()
            Own = @(
                '--type=. What kind of record, as Order.'
            )
            Tail = 0
            Words = @('.')
        }
        'custom-objects upsert' = @{
            Names = @()
            Own = @(
                '--type=. What kind of record, as Order.',
                '--external-id=. Your own id of the record. Required.',
                '--created-at=. When you made it.',
                '--updated-at=. When you changed it.',
                '+--set=@pair Set any field: a.b=value.',
                '--data=@file A JSON object to begin with.'
            )
            Tail = 0
            Words = @()
        }
        'data-attributes' = @{
            Names = @(
                'list List data attributes.',
                'get Show one data attribute.',
                'create Create a data attribute.',
                'update Change a data attribute.',
                'delete Archive a data attribute; Intercom has no deletion.'
            )
            Own = @()
            Tail = 0
            Words = @()
        }
        'data-attributes list' = @{
            Names = @()
            Own = @(
                '--model=contact|company Only of this kind.',
                '--archived Archived ones too.',
                '--limit=. At most this many.',
                '--all Every one there is.'
            )
            Tail = 1
            Words = @()
        }
        'data-attributes get' = @{
            Names = @()
            Own = @(
                '--model=contact|company Only of this kind.'
            )
            Tail = 1
            Words = @('.')
        }
        'data-attributes create' = @{
            Names = @()
            Own = @(
                '--name=. Its name in data.',
                '--model=contact|company What it describes.',
                '--type=string|integer|float|boolean|date|datetime|options What its values are.',
                '+--option=. A choice, for type options.',
                '--description=. What it means.'
            )
            Tail = 0
            Words = @()
        }
        'data-attributes update' = @{
            Names = @()
            Own = @(
                '--description=. What it means.',
                '--archived,--no-archived Whether it is put away.',
                '--messenger-writable,--no-messenger-writable Whether the Messenger may set it.',
                '+--set=@pair Set any field: a.b=value.',
                '--data=@file A JSON object to begin with.'
            )
            Tail = 0
            Words = @('.')
        }
        'data-attributes delete' = @{
            Names = @()
            Own = @()
            Tail = 0
            Words = @('.')
        }
        'data-connectors' = @{
            Names = @(
                'list List data connectors.',
                'get Show one data connector or more.',
                'create Create a data connector.',
                'update Change a data connector.',
                'delete Delete a data connector.',
                'runs List the runs of a data connector, the latest first.',
                'run Show one run with what was sent and received.'
            )
            Own = @()
            Tail = 0
            Words = @()
        }
        'data-connectors list' = @{
            Names = @()
            Own = @(
                '--where=. Only these; see: intercom help query',
                '--limit=. At most this many.',
                '--all Every one there is.'
            )
            Tail = 1
            Words = @()
        }
        'data-connectors get' = @{
            Names = @()
            Own = @(
                '--version=draft|live Which of its two versions.'
            )
            Tail = 1
            Words = @('+.')
        }
        'data-connectors create' = @{
            Names = @()
            Own = @(
                '--name=. What to call it. Required.',
                '--description=. What it is for.',
                '--url=. The address that is asked.',
                '--http-method=get|post|put|delete|patch How it is asked.',
                '--body=. The body that is sent.',
                '+--audience=leads|users|visitors Whom it is for; once for each.',
                '--headers=. JSON: [{"name": …, "value": …}].',
                '--data-inputs=. JSON: [{"name": …, "type": …, "description": …}].',
                '--mock-response=. JSON: an answer to learn its fields from.',
                '+--token-id=. A token it signs in with, by id; once for each.',
                '--direct-fin-usage,--no-direct-fin-usage Whether Fin may use it by itself.',
                '--customer-authentication,--no-customer-authentication Whether people must be known to be who they are.',
                '--bypass-authentication,--no-bypass-authentication Whether they need not be.',
                '--validate-missing-attributes,--no-validate-missing-attributes Whether it fails where a value is missing.',
                '+--set=@pair Set any field: a.b=value.',
                '--data=@file A JSON object to begin with.'
            )
            Tail = 0
            Words = @()
        }
        'data-connectors update' = @{
            Names = @()
            Own = @(
                '--name=. What to call it.',
                '--description=. What it is for.',
                '--state=draft|live Whether it can be used.',
                '--url=. The address that is asked.',
                '--http-method=get|post|put|delete|patch How it is asked.',
                '--body=. The body that is sent.',
                '+--audience=leads|users|visitors Whom it is for; once for each.',
                '--headers=. JSON: [{"name": …, "value": …}].',
                '--data-inputs=. JSON: [{"name": …, "type": …, "description": …}].',
                '--mock-response=. JSON: an answer to learn its fields from.',
                '+--token-id=. A token it signs in with, by id; once for each.',
                '--direct-fin-usage,--no-direct-fin-usage Whether Fin may use it by itself.',
                '--customer-authentication,--no-customer-authentication Whether people must be known to be who they are.',
                '--bypass-authentication,--no-bypass-authentication Whether they need not be.',
                '--validate-missing-attributes,--no-validate-missing-attributes Whether it fails where a value is missing.',
                '+--set=@pair Set any field: a.b=value.',
                '--data=@file A JSON object to begin with.'
            )
            Tail = 0
            Words = @('.')
        }
        'data-connectors delete' = @{
            Names = @()
            Own = @()
            Tail = 0
            Words = @('.')
        }
        'data-connectors runs' = @{
            Names = @()
            Own = @(
                '--since=. From this time on; an hour ago.',
                '--until=. Up to this time; now.',
                '--success,--no-success Only those that went well, or did not.',
                '--error-type=request_configuration_error|faraday_error|3rd_party_error|response_mapping_error|token_refresh_error|fin_action_response_formatting_error|fin_action_identity_verification_error|email_verification_error|non_fin_standalone_action_identity_verification_error|request_validation_error|client_side_action_error Only those that failed so; a wrong word tells all.',
                '--bodies,--no-bodies With what was sent and received.',
                '--limit=. At most this many.',
                '--all Every one there is.'
            )
            Tail = 1
            Words = @('.')
        }
        'data-connectors run' = @{
            Names = @()
            Own = @()
            Tail = 1
            Words = @('.', '.')
        }
        'disconnect' = @{
            Names = @()
            Own = @(
                '--uninstall-app Also end the app''s access for everybody.'
            )
            Tail = 5
            Words = @('@workspace')
        }
        'doctor' = @{
            Names = @()
            Own = @(
                '--network Ask Intercom too.'
            )
            Tail = 1
            Words = @()
        }
        'ecommerce' = @{
            Names = @(
                'upload Replace the products of a connector; others than these are removed (Preview).'
            )
            Own = @()
            Tail = 0
            Words = @()
        }
        'ecommerce upload' = @{
            Names = @()
            Own = @(
                '--part=. Which part of a catalog in several files this is.',
                '--import=. The import that the parts are of.',
                '--finish All parts are there: start.'
            )
            Tail = 0
            Words = @('.', '@file')
        }
        'emails' = @{
            Names = @(
                'list List emails.',
                'get Show one e-mail address or more.'
            )
            Own = @()
            Tail = 0
            Words = @()
        }
        'emails list' = @{
            Names = @()
            Own = @(
                '--where=. Only these; see: intercom help query',
                '--limit=. At most this many.',
                '--all Every one there is.'
            )
            Tail = 1
            Words = @()
        }
        'emails get' = @{
            Names = @()
            Own = @()
            Tail = 1
            Words = @('+.')
        }
        'events' = @{
            Names = @(
                'list List what a contact did in the last 90 days, the latest first.',
                'summary Count what a contact did, by the name of the event.',
                'track Record that a contact did something; with --data, what each line says.',
                'set-summary Set how often something happened, whatever Intercom counted.'
            )
            Own = @()
            Tail = 0
            Words = @()
        }
        'events list' = @{
            Names = @()
            Own = @(
                '--contact=. An id, an e-mail address, or external:ID.',
                '--since=. From this time on.',
                '--where=. Only these; see: intercom help query',
                '--limit=. At most this many.',
                '--all Every one there is.'
            )
            Tail = 1
            Words = @()
        }
        'events summary' = @{
            Names = @()
            Own = @(
                '--contact=. An id, an e-mail address, or external:ID.',
                '--limit=. At most this many.',
                '--all Every one there is.'
            )
            Tail = 1
            Words = @()
        }
        'events track' = @{
            Names = @()
            Own = @(
                '--contact=. Who did it: an id, an e-mail address, or external:ID.',
                '--at=. When; now.',
                '+--meta=@pair More about it, ten at most; KEY:=JSON for a link or an amount.',
                '--data=@file Many events: a line of JSON each.'
            )
            Tail = 0
            Words = @('.')
        }
        'events set-summary' = @{
            Names = @()
            Own = @(
                '--contact=. An id, an e-mail address, or external:ID.',
                '--count=. How often it happened.',
                '--first=. When first.',
                '--last=. When last.'
            )
            Tail = 0
            Words = @('.')
        }
        'exports' = @{
            Names = @(
                'get Show how far an export got.',
                'start Start an export of what was sent in a span of time.',
                'wait Wait until an export is finished, and show it.',
                'download Save the file of an export that is finished, gzipped CSV.',
                'run Start an export, wait for it, and save its file.',
                'cancel Stop an export that is at work.'
            )
            Own = @()
            Tail = 0
            Words = @()
        }
        'exports get' = @{
            Names = @()
            Own = @()
            Tail = 1
            Words = @('.')
        }
        'exports start' = @{
            Names = @()
            Own = @(
                '--since=. From this time on.',
                '--until=. Up to this time; now.'
            )
            Tail = 0
            Words = @()
        }
        'exports wait' = @{
            Names = @()
            Own = @(
                '--wait-for=. Wait this long at most, and longer than not at all.'
            )
            Tail = 1
            Words = @('.')
        }
        'exports download' = @{
            Names = @()
            Own = @(
                '--to=@file Where to save it; - for standard output.',
                '--unzip,--gunzip Unpack what is gzipped.',
                '--force Replace a file that is there.',
                '--wait Wait until it is finished.',
                '--wait-for=. Wait this long at most, and longer than not at all.'
            )
            Tail = 1
            Words = @('.')
        }
        'exports run' = @{
            Names = @()
            Own = @(
                '--since=. From this time on.',
                '--until=. Up to this time; now.',
                '--to=@file Where to save it; - for standard output.',
                '--unzip,--gunzip Unpack what is gzipped.',
                '--force Replace a file that is there.',
                '--wait-for=. Wait this long at most, and longer than not at all.'
            )
            Tail = 0
            Words = @()
        }
        'exports cancel' = @{
            Names = @()
            Own = @()
            Tail = 0
            Words = @('.')
        }
        'external-pages' = @{
            Names = @(
                'list List external pages.',
                'get Show one external page or more.',
                'create Create an external page, or change the one with that id of your own.',
                'update Change an external page.',
                'delete Delete an external page.'
            )
            Own = @()
            Tail = 0
            Words = @()
        }
        'external-pages list' = @{
            Names = @()
            Own = @(
                '--where=. Only these; see: intercom help query',
                '--limit=. At most this many.',
                '--all Every one there is.'
            )
            Tail = 1
            Words = @()
        }
        'external-pages get' = @{
            Names = @()
            Own = @()
            Tail = 1
            Words = @('+.')
        }
        'external-pages create' = @{
            Names = @()
            Own = @(
                '--title=. Title. Required.',
                '--html=. The text: HTML.',
                '--html-file=@file A .html file with it, or - .',
                '--url=. Where people read it.',
                '--locale=en Its language; only en so far.',
                '--source=. The content source it is of: id or address. Required.',
                '--external-id=. Your own id of it. Required.',
                '--fin,--no-fin Whether Fin may use it.',
                '--copilot,--no-copilot Whether Copilot may use it.',
                '+--set=@pair Set any field: a.b=value.',
                '--data=@file A JSON object to begin with.'
            )
            Tail = 0
            Words = @()
        }
        'external-pages update' = @{
            Names = @()
            Own = @(
                '--title=. Title.',
                '--html=. The text: HTML.',
                '--html-file=@file A .html file with it, or - .',
                '--url=. Where people read it.',
                '--locale=en Its language; only en so far.',
                '--source=. The content source it is of: id or address.',
                '--external-id=. Your own id of it.',
                '--fin,--no-fin Whether Fin and Copilot may use it.',
                '+--set=@pair Set any field: a.b=value.',
                '--data=@file A JSON object to begin with.'
            )
            Tail = 0
            Words = @('.')
        }
        'external-pages delete' = @{
            Names = @()
            Own = @()
            Tail = 0
            Words = @('.')
        }
        'fin' = @{
            Names = @(
                'start Begin a conversation with Fin, or begin it anew.',
                'reply Tell Fin what the user said next.',
                'csat Rate a conversation that Fin has finished.',
                'ask Ask Fin one question that stands by itself (Preview).',
                'capabilities List what Fin can do for a user (Preview).',
                'run Run a procedure in a new conversation (Preview).',
                'escalate Hand a conversation over to a human (Preview).',
                'answer Answer what a procedure asks a teammate (Preview).'
            )
            Own = @()
            Tail = 0
            Words = @()
        }
        'fin start' = @{
            Names = @()
            Own = @(
                '--user=. Your own id of the user.',
                '--name=. The user''s name.',
                '--email=. The user''s e-mail address.',
                '+--user-attribute=@pair About the user.',
                '+--attribute=@pair About the conversation.',
                '--history=@file What was said before: a list of messages.',
                '--author=user|agent|fin Who said it.',
                '--at=. When it was said; now.',
                '+--file=. A file that came along.',
                '+--attach-url=. An address that came along.'
            )
            Tail = 0
            Words = @('.', '.')
        }
        'fin reply' = @{
            Names = @()
            Own = @(
                '--user=. Your own id of the user.',
                '--name=. The user''s name.',
                '--email=. The user''s e-mail address.',
                '+--user-attribute=@pair About the user.',
                '--author=user|agent|fin Who said it.',
                '--at=. When it was said; now.',
                '+--file=. A file that came along.',
                '+--attach-url=. An address that came along.'
            )
            Tail = 0
            Words = @('.', '.')
        }
        'fin csat' = @{
            Names = @()
            Own = @(
                '--remark=. Why; it can be said once.'
            )
            Tail = 0
            Words = @('.', 'terrible|bad|ok|good|amazing')
        }
        'fin ask' = @{
            Names = @()
            Own = @(
                '--user=. Your own id of the user.',
                '--name=. The user''s name.',
                '--email=. The user''s e-mail address.',
                '+--user-attribute=@pair About the user.',
                '+--attribute=@pair About the conversation.',
                '--history=@file What was said before: a list of messages.',
                '--at=. When it was said; now.',
                '+--file=. A file that came along.',
                '+--attach-url=. An address that came along.'
            )
            Tail = 0
            Words = @('.', '.')
        }
        'fin capabilities' = @{
            Names = @()
            Own = @(
                '--user=. Your own id of the user.',
                '--name=. The user''s name.',
                '--email=. The user''s e-mail address.',
                '+--user-attribute=@pair About the user.'
            )
            Tail = 0
            Words = @()
        }
        'fin run' = @{
            Names = @()
            Own = @(
                '--user=. Your own id of the user.',
                '--message=. What begins it; - reads stdin.',
                '--author=user|agent|fin Who said it.',
                '--name=. The user''s name.',
                '--email=. The user''s e-mail address.',
                '+--user-attribute=@pair About the user.',
                '+--attribute=@pair About the conversation.',
                '--as-email,--no-as-email Have Fin write as in e-mail.',
                '--at=. When it was said; now.'
            )
            Tail = 0
            Words = @('.', '.')
        }
        'fin escalate' = @{
            Names = @()
            Own = @(
                '--user=. In place of it: a user, for a new one.',
                '--name=. The user''s name.',
                '--email=. The user''s e-mail address.',
                '+--user-attribute=@pair About the user.',
                '--message=. With --user: its first words, seen by them.',
                '--context=. Why, as a note that only teammates see.'
            )
            Tail = 0
            Words = @('.')
        }
        'fin answer' = @{
            Names = @()
            Own = @(
                '--step=. The step that waits.',
                '+--value=@pair What was asked for; := for JSON.',
                '--values=@file All of them as a list.'
            )
            Tail = 0
            Words = @('.')
        }
        'fin-voice' = @{
            Names = @(
                'list List the calls of a conversation.',
                'get Show a call by its id, by an id of your own, or by who called.',
                'register Tell Intercom of a call that Fin is going to take.'
            )
            Own = @()
            Tail = 0
            Words = @()
        }
        'fin-voice list' = @{
            Names = @()
            Own = @(
                '--conversation=. The conversation they are in.',
                '--limit=. At most this many.',
                '--all Every one there is.'
            )
            Tail = 1
            Words = @()
        }
        'fin-voice get' = @{
            Names = @()
            Own = @(
                '--external-id=. The id the telephone system has for it.',
                '--phone-number=. Who called; the latest call.'
            )
            Tail = 1
            Words = @('.')
        }
        'fin-voice register' = @{
            Names = @()
            Own = @(
                '--phone-number=. Who calls, as +353861234567. Required.',
                '--call-id=. The id the telephone system has for it. Required.',
                '--source=five9|zoom_phone|aws_connect The telephone system.',
                '--details=. What else is known: a JSON object.',
                '+--set=@pair Set any field: a.b=value.',
                '--data=@file A JSON object to begin with.'
            )
            Tail = 0
            Words = @()
        }
        'folders' = @{
            Names = @(
                'list List folders (Preview).',
                'get Show one folder or more (Preview).',
                'create Create a folder (Preview).',
                'update Change a folder (Preview).',
                'delete Delete a folder (Preview).'
            )
            Own = @()
            Tail = 0
            Words = @()
        }
        'folders list' = @{
            Names = @()
            Own = @(
                '--inside=. Only those in this folder, by id.',
                '--where=. Only these; see: intercom help query',
                '--limit=. At most this many.',
                '--all Every one there is.'
            )
            Tail = 1
            Words = @()
        }
        'folders get' = @{
            Names = @()
            Own = @()
            Tail = 1
            Words = @('+.')
        }
        'folders create' = @{
            Names = @()
            Own = @(
                '--name=. What to call it. Required.',
                '--description=. What it holds.',
                '--emoji=. An emoji beside its name.',
                '--inside=. The folder it lies in, by id.',
                '+--set=@pair Set any field: a.b=value.',
                '--data=@file A JSON object to begin with.'
            )
            Tail = 0
            Words = @()
        }
        'folders update' = @{
            Names = @()
            Own = @(
                '--name=. What to call it.',
                '--description=. What it holds.',
                '--emoji=. An emoji beside its name.',
                '--inside=. The folder it lies in, by id.',
                '+--set=@pair Set any field: a.b=value.',
                '--data=@file A JSON object to begin with.'
            )
            Tail = 0
            Words = @('.')
        }
        'folders delete' = @{
            Names = @()
            Own = @()
            Tail = 0
            Words = @('.')
        }
        'help-centers' = @{
            Names = @(
                'list List help centers.',
                'get Show one help center or more.'
            )
            Own = @()
            Tail = 0
            Words = @()
        }
        'help-centers list' = @{
            Names = @()
            Own = @(
                '--where=. Only these; see: intercom help query',
                '--limit=. At most this many.',
                '--all Every one there is.'
            )
            Tail = 1
            Words = @()
        }
        'help-centers get' = @{
            Names = @()
            Own = @()
            Tail = 1
            Words = @('+.')
        }
        'internal-articles' = @{
            Names = @(
                'list List internal articles.',
                'get Show one internal article or more.',
                'search Find the internal articles of a folder.',
                'create Create an internal article.',
                'update Change an internal article.',
                'delete Delete an internal article.',
                'tag Tag an internal article.',
                'untag Take a tag off an internal article.'
            )
            Own = @()
            Tail = 0
            Words = @()
        }
        'internal-articles list' = @{
            Names = @()
            Own = @(
                '--where=. Only these; see: intercom help query',
                '--limit=. At most this many.',
                '--all Every one there is.'
            )
            Tail = 1
            Words = @()
        }
        'internal-articles get' = @{
            Names = @()
            Own = @()
            Tail = 1
            Words = @('+.')
        }
        'internal-articles search' = @{
            Names = @()
            Own = @(
                '--folder=. A folder, by id.',
                '--limit=. At most this many.',
                '--all Every one there is.'
            )
            Tail = 1
            Words = @()
        }
        'internal-articles create' = @{
            Names = @()
            Own = @(
                '--title=. Title. Required.',
                '--body=. The text: HTML if it begins with <, else Markdown.',
                '--body-file=@file A .html or .md file with it, or - .',
                '--author=. Who wrote it: id, e-mail or name; else you.',
                '--owner=. Who looks after it: id, e-mail or name; else you.',
                '+--audience=. An audience that sees it, by id.',
                '--fin,--no-fin Whether Fin may use it.',
                '--copilot,--no-copilot Whether Copilot may use it.',
                '--sales-agent,--no-sales-agent Whether the sales agent may use it.',
                '+--set=@pair Set any field: a.b=value.',
                '--data=@file A JSON object to begin with.'
            )
            Tail = 0
            Words = @()
        }
        'internal-articles update' = @{
            Names = @()
            Own = @(
                '--title=. Title.',
                '--body=. The text: HTML if it begins with <, else Markdown.',
                '--body-file=@file A .html or .md file with it, or - .',
                '--author=. Who wrote it: id, e-mail or name.',
                '--owner=. Who looks after it: id, e-mail or name.',
                '+--audience=. An audience that sees it, by id.',
                '--fin,--no-fin Whether Fin may use it.',
                '--copilot,--no-copilot Whether Copilot may use it.',
                '--sales-agent,--no-sales-agent Whether the sales agent may use it.',
                '+--set=@pair Set any field: a.b=value.',
                '--data=@file A JSON object to begin with.'
            )
            Tail = 0
            Words = @('.')
        }
        'internal-articles delete' = @{
            Names = @()
            Own = @()
            Tail = 0
            Words = @('.')
        }
        'internal-articles tag' = @{
            Names = @()
            Own = @(
                '--create Make the tag if there is none.'
            )
            Tail = 0
            Words = @('.', '.')
        }
        'internal-articles untag' = @{
            Names = @()
            Own = @()
            Tail = 0
            Words = @('.', '.')
        }
        'ip-allowlist' = @{
            Names = @(
                'get Show the addresses, and whether the list is in force.',
                'update Change which addresses are let in, or whether that is looked at.'
            )
            Own = @()
            Tail = 0
            Words = @()
        }
        'ip-allowlist get' = @{
            Names = @()
            Own = @()
            Tail = 1
            Words = @()
        }
        'ip-allowlist update' = @{
            Names = @()
            Own = @(
                '+--add=. Let this address or range in; once for each.',
                '+--remove=. Take this one off; once for each.',
                '--enable,--disable Whether it is in force.'
            )
            Tail = 0
            Words = @()
        }
        'jobs' = @{
            Names = @(
                'get Show how far a job is.',
                'wait Wait until a job is finished.'
            )
            Own = @()
            Tail = 0
            Words = @()
        }
        'jobs get' = @{
            Names = @()
            Own = @()
            Tail = 1
            Words = @('+.')
        }
        'jobs wait' = @{
            Names = @()
            Own = @(
                '--wait-for=. Wait this long at most, and longer than not at all.'
            )
            Tail = 1
            Words = @('.')
        }
        'macros' = @{
            Names = @(
                'list List macros.',
                'get Show one macro or more.'
            )
            Own = @()
            Tail = 0
            Words = @()
        }
        'macros list' = @{
            Names = @()
            Own = @(
                '--updated-since=. Only those that changed since.',
                '--where=. Only these; see: intercom help query',
                '--limit=. At most this many.',
                '--all Every one there is.'
            )
            Tail = 1
            Words = @()
        }
        'macros get' = @{
            Names = @()
            Own = @()
            Tail = 1
            Words = @('+.')
        }
        'messages' = @{
            Names = @(
                'send Write to contacts: in the app, by e-mail, SMS or WhatsApp.',
                'status Show how far a WhatsApp message got.',
                'statuses List how far each WhatsApp message of a ruleset got.'
            )
            Own = @()
            Tail = 0
            Words = @()
        }
        'messages send' = @{
            Names = @()
            Own = @(
                '+--to=. Who gets it: id, e-mail, external:ID; user:ID, lead:ID.',
                '--type=in_app|email|sms|whatsapp How it is sent; sms is for Preview.',
                '--body=. What it says; - reads standard input.',
                '--subject=. For e-mail: what it is about.',
                '--from=. The admin who writes: id, e-mail or name.',
                '+--cc=. Who gets a copy.',
                '+--bcc=. Who gets a copy unseen.',
                '--template=. E-mail: plain or personal; WhatsApp: its name.',
                '--components=. WhatsApp: what fills the template.',
                '--locale=. WhatsApp: the template''s language.',
                '--start-conversation Open one before they answer.',
                '--created-at=. When it was written.',
                '+--set=@pair Set any field: a.b=value.',
                '--data=@file A JSON object to begin with.'
            )
            Tail = 0
            Words = @()
        }
        'messages status' = @{
            Names = @()
            Own = @()
            Tail = 1
            Words = @('.')
        }
        'messages statuses' = @{
            Names = @()
            Own = @(
                '--ruleset=. The ruleset that sent them.',
                '--limit=. At most this many.',
                '--all Every one there is.'
            )
            Tail = 1
            Words = @()
        }
        'news-items' = @{
            Names = @(
                'list List news items.',
                'get Show one news item or more.',
                'create Create a news item.',
                'update Change a news item.',
                'delete Delete a news item.'
            )
            Own = @()
            Tail = 0
            Words = @()
        }
        'news-items list' = @{
            Names = @()
            Own = @(
                '--where=. Only these; see: intercom help query',
                '--limit=. At most this many.',
                '--all Every one there is.'
            )
            Tail = 1
            Words = @()
        }
        'news-items get' = @{
            Names = @()
            Own = @()
            Tail = 1
            Words = @('+.')
        }
        'news-items create' = @{
            Names = @()
            Own = @(
                '--title=. Title. Required.',
                '--body=. The text: HTML.',
                '--body-file=@file A .html file with it, or - .',
                '--sender=. Who sends it: id, e-mail or name; else you.',
                '--state=draft|live Whether customers see it; a new one is a draft.',
                '+--newsfeed=. Where it is shown: id or name; more than once.',
                '+--label=. A label; more than once.',
                '+--reaction=. An emoji to react with; more than once.',
                '--deliver-silently,--no-deliver-silently Whether nobody is told of it.',
                '+--set=@pair Set any field: a.b=value.',
                '--data=@file A JSON object to begin with.'
            )
            Tail = 0
            Words = @()
        }
        'news-items update' = @{
            Names = @()
            Own = @(
                '--title=. Title.',
                '--body=. The text: HTML.',
                '--body-file=@file A .html file with it, or - .',
                '--sender=. Who sends it: id, e-mail or name.',
                '--state=draft|live Whether customers see it; a new one is a draft.',
                '+--newsfeed=. Where it is shown: id or name; more than once.',
                '+--label=. A label; more than once.',
                '+--reaction=. An emoji to react with; more than once.',
                '--deliver-silently,--no-deliver-silently Whether nobody is told of it.',
                '+--set=@pair Set any field: a.b=value.',
                '--data=@file A JSON object to begin with.'
            )
            Tail = 0
            Words = @('.')
        }
        'news-items delete' = @{
            Names = @()
            Own = @()
            Tail = 0
            Words = @('.')
        }
        'newsfeeds' = @{
            Names = @(
                'list List newsfeeds.',
                'get Show one newsfeed or more.',
                'items List what is live in a newsfeed.'
            )
            Own = @()
            Tail = 0
            Words = @()
        }
        'newsfeeds list' = @{
            Names = @()
            Own = @(
                '--where=. Only these; see: intercom help query',
                '--limit=. At most this many.',
                '--all Every one there is.'
            )
            Tail = 1
            Words = @()
        }
        'newsfeeds get' = @{
            Names = @()
            Own = @()
            Tail = 1
            Words = @('+.')
        }
        'newsfeeds items' = @{
            Names = @()
            Own = @(
                '--limit=. At most this many.',
                '--all Every one there is.'
            )
            Tail = 1
            Words = @('.')
        }
        'notes' = @{
            Names = @(
                'get Show one note or more.'
            )
            Own = @()
            Tail = 0
            Words = @()
        }
        'notes get' = @{
            Names = @()
            Own = @()
            Tail = 1
            Words = @('+.')
        }
        'office-hours' = @{
            Names = @(
                'list List office hours schedules.',
                'get Show one office hours schedule.',
                'create Create an office hours schedule.',
                'update Change an office hours schedule.',
                'delete Delete an office hours schedule with its exceptions.'
            )
            Own = @()
            Tail = 0
            Words = @()
        }
        'office-hours list' = @{
            Names = @()
            Own = @(
                '--limit=. At most this many.',
                '--all Every one there is.'
            )
            Tail = 1
            Words = @()
        }
        'office-hours get' = @{
            Names = @()
            Own = @()
            Tail = 1
            Words = @('.')
        }
        'office-hours create' = @{
            Names = @()
            Own = @(
                '--name=. What to call it. Required.',
                '--time-zone=. The time zone of its hours, as Europe/Dublin. Required.',
                '+--hours=. ''Mon-Fri 9:00-17:30'', or 24/7; all of them, once or more. Required.',
                '+--set=@pair Set any field: a.b=value.',
                '--data=@file A JSON object to begin with.'
            )
            Tail = 0
            Words = @()
        }
        'office-hours update' = @{
            Names = @()
            Own = @(
                '--name=. What to call it.',
                '--time-zone=. The time zone of its hours, as Europe/Dublin.',
                '+--hours=. ''Mon-Fri 9:00-17:30'', or 24/7; all of them, once or more.',
                '+--set=@pair Set any field: a.b=value.',
                '--data=@file A JSON object to begin with.'
            )
            Tail = 0
            Words = @('.')
        }
        'office-hours delete' = @{
            Names = @()
            Own = @()
            Tail = 0
            Words = @('.')
        }
        'office-hours-exceptions' = @{
            Names = @(
                'list List the days on which a schedule has other hours.',
                'get Show one office hours exception.',
                'create Create an office hours exception.',
                'update Change an office hours exception.',
                'delete Delete an office hours exception; its day is as usual again.'
            )
            Own = @()
            Tail = 0
            Words = @()
        }
        'office-hours-exceptions list' = @{
            Names = @()
            Own = @(
                '--schedule=. The schedule: id or name.',
                '--limit=. At most this many.',
                '--all Every one there is.'
            )
            Tail = 1
            Words = @()
        }
        'office-hours-exceptions get' = @{
            Names = @()
            Own = @(
                '--schedule=. The schedule: id or name.'
            )
            Tail = 1
            Words = @('.')
        }
        'office-hours-exceptions create' = @{
            Names = @()
            Own = @(
                '--schedule=. The schedule: id or name.',
                '--date=. Which day, as 2026-12-24. Required.',
                '--name=. What to call it.',
                '+--hours=. Open then, as 9:00-13:00; once or more.',
                '--closed,--no-closed Nobody answers all day; so it is without --hours.',
                '--yearly,--no-yearly Whether it is the same day every year.',
                '+--set=@pair Set any field: a.b=value.',
                '--data=@file A JSON object to begin with.'
            )
            Tail = 0
            Words = @()
        }
        'office-hours-exceptions update' = @{
            Names = @()
            Own = @(
                '--schedule=. The schedule: id or name.',
                '--date=. Which day, as 2026-12-24.',
                '--name=. What to call it.',
                '+--hours=. Open then, as 9:00-13:00; once or more.',
                '--closed,--no-closed Nobody answers all day.',
                '--yearly,--no-yearly Whether it is the same day every year.',
                '+--set=@pair Set any field: a.b=value.',
                '--data=@file A JSON object to begin with.'
            )
            Tail = 0
            Words = @('.')
        }
        'office-hours-exceptions delete' = @{
            Names = @()
            Own = @(
                '--schedule=. The schedule: id or name.'
            )
            Tail = 0
            Words = @('.')
        }
        'open' = @{
            Names = @()
            Own = @(
                '--print Only write the address.'
            )
            Tail = 2
            Words = @('.', '.')
        }
        'phone-call-redirects' = @{
            Names = @(
                'create Text a link to the Messenger to somebody who calls.'
            )
            Own = @()
            Tail = 0
            Words = @()
        }
        'phone-call-redirects create' = @{
            Names = @()
            Own = @(
                '--phone=. Who calls, as +353861234567. Required.',
                '+--set=@pair Set any field: a.b=value.',
                '--data=@file A JSON object to begin with.'
            )
            Tail = 0
            Words = @()
        }
        'redirects' = @{
            Names = @(
                'list List redirects.',
                'get Show one redirect or more.',
                'create Lead an old address to an article or a collection.',
                'delete Delete a redirect.'
            )
            Own = @()
            Tail = 0
            Words = @()
        }
        'redirects list' = @{
            Names = @()
            Own = @(
                '--help-center=. Its help center: id or name. Not needed where there is only one.',
                '--where=. Only these; see: intercom help query',
                '--limit=. At most this many.',
                '--all Every one there is.'
            )
            Tail = 1
            Words = @()
        }
        'redirects get' = @{
            Names = @()
            Own = @(
                '--help-center=. Its help center: id or name. Not needed where there is only one.'
            )
            Tail = 1
            Words = @('+.')
        }
        'redirects create' = @{
            Names = @()
            Own = @(
                '--from=. The old address, in the help center.',
                '--locale=. The language, as en.',
                '--article=. The article it leads to.',
                '--collection=. Or the collection: id or name.',
                '--help-center=. Its help center: id or name. Not needed where there is only one.'
            )
            Tail = 0
            Words = @()
        }
        'redirects delete' = @{
            Names = @()
            Own = @(
                '--help-center=. Its help center: id or name. Not needed where there is only one.'
            )
            Tail = 0
            Words = @('.')
        }
        'reports' = @{
            Names = @(
                'get Show how far an export got.',
                'datasets List what can be exported.',
                'attributes List the attributes of a dataset, the columns of its export.',
                'start Start an export of some attributes of a dataset, for a span of time.',
                'wait Wait until an export is finished, and show it.',
                'download Save the file of an export that is finished, gzipped CSV.',
                'run Start an export, wait for it, and save its file.'
            )
            Own = @()
            Tail = 0
            Words = @()
        }
        'reports get' = @{
            Names = @()
            Own = @()
            Tail = 1
            Words = @('.')
        }
        'reports datasets' = @{
            Names = @()
            Own = @(
                '--limit=. At most this many.',
                '--all Every one there is.'
            )
            Tail = 1
            Words = @()
        }
        'reports attributes' = @{
            Names = @()
            Own = @()
            Tail = 1
            Words = @('.')
        }
        'reports start' = @{
            Names = @()
            Own = @(
                '--dataset=. Which; see datasets.',
                '+--attribute=. A column; see attributes. Once for each.',
                '--since=. From this time on.',
                '--until=. Up to this time; now.'
            )
            Tail = 0
            Words = @()
        }
        'reports wait' = @{
            Names = @()
            Own = @(
                '--wait-for=. Wait this long at most, and longer than not at all.'
            )
            Tail = 1
            Words = @('.')
        }
        'reports download' = @{
            Names = @()
            Own = @(
                '--to=@file Where to save it; - for standard output.',
                '--unzip,--gunzip Unpack what is gzipped.',
                '--force Replace a file that is there.',
                '--wait Wait until it is finished.',
                '--wait-for=. Wait this long at most, and longer than not at all.'
            )
            Tail = 1
            Words = @('.')
        }
        'reports run' = @{
            Names = @()
            Own = @(
                '--dataset=. Which; see datasets.',
                '+--attribute=. A column; see attributes. Once for each.',
                '--since=. From this time on.',
                '--until=. Up to this time; now.',
                '--to=@file Where to save it; - for standard output.',
                '--unzip,--gunzip Unpack what is gzipped.',
                '--force Replace a file that is there.',
                '--wait-for=. Wait this long at most, and longer than not at all.'
            )
            Tail = 0
            Words = @()
        }
        'request' = @{
            Names = @()
            Own = @(
                '+-f,--field=@pair A field, as text.',
                '+-F,--typed-field=@pair A field: number, true, false, null, JSON, @file, @-.',
                '--input=@file The body, from a file or -.',
                '+-H,--header=. A header.',
                '-i,--include Status and headers too.',
                '--limit=. At most this many.',
                '--all Every page, merged.',
                '--curl Show it as a curl command.'
            )
            Tail = 0
            Words = @('GET|POST|PUT|PATCH|DELETE', '.', '+@pair')
        }
        'sandbox' = @{
            Names = @(
                'serve Serve a sandbox workspace for any client.',
                'seed Fill the sandbox anew, with a data set of your choice.',
                'reset Bring the sandbox back to how it began.'
            )
            Own = @()
            Tail = 0
            Words = @()
        }
        'sandbox serve' = @{
            Names = @()
            Own = @(
                '--port=. 0 takes any free one.',
                '--host=. Address to listen on.',
                '--db=@file Keep it in a file.',
                '--seed=. Which data set; the same number, the same people.',
                '--contacts=. How many contacts to make.',
                '--latency=. Added to each answer.',
                '--rate-limit=. Requests per 10 seconds.',
                '--token=. The access token to accept.',
                '+--fault=. Spoil some answers; repeatable.',
                '--expiring-tokens=. Let OAuth tokens expire.',
                '+--redirect-uri=. Register for OAuth; repeatable.',
                '--cert=@file Certificate for https, as PEM.',
                '--key=@file Its key, as PEM.'
            )
            Tail = 4
            Words = @()
        }
        'sandbox seed' = @{
            Names = @()
            Own = @(
                '--seed=. Which data set; the same number, the same people.',
                '--contacts=. How many contacts to make.',
                '--db=@file Keep it in a file.'
            )
            Tail = 6
            Words = @()
        }
        'sandbox reset' = @{
            Names = @()
            Own = @(
                '--db=@file Keep it in a file.'
            )
            Tail = 6
            Words = @()
        }
        'schema' = @{
            Names = @()
            Own = @()
            Tail = 3
            Words = @('.', '+.')
        }
        'secure-mode-secrets' = @{
            Names = @(
                'list List secrets, without what is secret (Preview).',
                'create Create a secret, which is shown this once (Preview).',
                'delete Delete a secret; sessions signed with it end (Preview).'
            )
            Own = @()
            Tail = 0
            Words = @()
        }
        'secure-mode-secrets list' = @{
            Names = @()
            Own = @(
                '--limit=. At most this many.',
                '--all Every one there is.'
            )
            Tail = 1
            Words = @()
        }
        'secure-mode-secrets create' = @{
            Names = @()
            Own = @(
                '--name=. What to call it. Required.',
                '--supports-web,--no-supports-web For the Messenger on the web.',
                '--supports-ios,--no-supports-ios For the Messenger on iOS.',
                '--supports-android,--no-supports-android For the Messenger on Android.',
                '+--set=@pair Set any field: a.b=value.',
                '--data=@file A JSON object to begin with.'
            )
            Tail = 0
            Words = @()
        }
        'secure-mode-secrets delete' = @{
            Names = @()
            Own = @()
            Tail = 0
            Words = @('.')
        }
        'segments' = @{
            Names = @(
                'list List segments.',
                'get Show one segment or more.'
            )
            Own = @()
            Tail = 0
            Words = @()
        }
        'segments list' = @{
            Names = @()
            Own = @(
                '--count With the number in each.',
                '--limit=. At most this many.',
                '--all Every one there is.'
            )
            Tail = 1
            Words = @()
        }
        'segments get' = @{
            Names = @()
            Own = @()
            Tail = 1
            Words = @('+.')
        }
        'status' = @{
            Names = @()
            Own = @(
                '--check Ask Intercom whether the token is good.'
            )
            Tail = 1
            Words = @()
        }
        'subscription-types' = @{
            Names = @(
                'list List subscription types.'
            )
            Own = @()
            Tail = 0
            Words = @()
        }
        'subscription-types list' = @{
            Names = @()
            Own = @(
                '--where=. Only these; see: intercom help query',
                '--limit=. At most this many.',
                '--all Every one there is.'
            )
            Tail = 1
            Words = @()
        }
        'tags' = @{
            Names = @(
                'list List tags.',
                'get Show one tag or more.',
                'create Create a tag.',
                'delete Delete a tag.'
            )
            Own = @()
            Tail = 0
            Words = @()
        }
        'tags list' = @{
            Names = @()
            Own = @(
                '--where=. Only these; see: intercom help query',
                '--limit=. At most this many.',
                '--all Every one there is.'
            )
            Tail = 1
            Words = @()
        }
        'tags get' = @{
            Names = @()
            Own = @()
            Tail = 1
            Words = @('+.')
        }
        'tags create' = @{
            Names = @()
            Own = @(
                '--name=. What to call it. Required.',
                '--id=. The tag to give that name, instead of a new one.',
                '+--set=@pair Set any field: a.b=value.',
                '--data=@file A JSON object to begin with.'
            )
            Tail = 0
            Words = @()
        }
        'tags delete' = @{
            Names = @()
            Own = @()
            Tail = 0
            Words = @('.')
        }
        'teams' = @{
            Names = @(
                'list List teams.',
                'get Show one team or more.',
                'update Say who is in a team; whoever is not named leaves it (Preview).',
                'metrics Show how many conversations each teammate has open, idle and snoozed.'
            )
            Own = @()
            Tail = 0
            Words = @()
        }
        'teams list' = @{
            Names = @()
            Own = @(
                '--where=. Only these; see: intercom help query',
                '--limit=. At most this many.',
                '--all Every one there is.'
            )
            Tail = 1
            Words = @()
        }
        'teams get' = @{
            Names = @()
            Own = @()
            Tail = 1
            Words = @('+.')
        }
        'teams update' = @{
            Names = @()
            Own = @(
                '+--member=. Who is in the team; once for each.',
                '+--primary=. A member who is asked first.',
                '+--secondary=. A member who is asked after them.'
            )
            Tail = 0
            Words = @('.')
        }
        'teams metrics' = @{
            Names = @()
            Own = @(
                '--idle=. Unanswered this long counts as idle; 1800.'
            )
            Tail = 1
            Words = @('.')
        }
        'ticket-attributes' = @{
            Names = @(
                'list List the attributes of a ticket type.',
                'create Create a ticket attribute.',
                'update Change a ticket attribute.'
            )
            Own = @()
            Tail = 0
            Words = @()
        }
        'ticket-attributes list' = @{
            Names = @()
            Own = @(
                '--ticket-type=. The ticket type: id or name.',
                '--where=. Only these; see: intercom help query',
                '--limit=. At most this many.',
                '--all Every one there is.'
            )
            Tail = 1
            Words = @()
        }
        'ticket-attributes create' = @{
            Names = @()
            Own = @(
                '--ticket-type=. The ticket type: id or name.',
                '--name=. What to call it. Required.',
                '--description=. What it means. Required.',
                '--type=string|list|integer|decimal|boolean|datetime|files What its values are. Required.',
                '+--item=. A choice, for type list; all of them, once for each.',
                '--multiline,--no-multiline For type string: whether it has several lines.',
                '--allow-multiple-values,--no-allow-multiple-values For type files: whether it takes several.',
                '--required-to-create,--no-required-to-create Whether teammates must fill it in.',
                '--required-to-create-for-contacts,--no-required-to-create-for-contacts Whether customers must.',
                '--visible-on-create,--no-visible-on-create Whether teammates are asked for it.',
                '--visible-to-contacts,--no-visible-to-contacts Whether customers see it.',
                '+--set=@pair Set any field: a.b=value.',
                '--data=@file A JSON object to begin with.'
            )
            Tail = 0
            Words = @()
        }
        'ticket-attributes update' = @{
            Names = @()
            Own = @(
                '--ticket-type=. The ticket type: id or name.',
                '--name=. What to call it.',
                '--description=. What it means.',
                '+--item=. A choice, for type list; all of them, once for each.',
                '--multiline,--no-multiline For type string: whether it has several lines.',
                '--allow-multiple-values,--no-allow-multiple-values For type files: whether it takes several.',
                '--required-to-create,--no-required-to-create Whether teammates must fill it in.',
                '--required-to-create-for-contacts,--no-required-to-create-for-contacts Whether customers must.',
                '--visible-on-create,--no-visible-on-create Whether teammates are asked for it.',
                '--visible-to-contacts,--no-visible-to-contacts Whether customers see it.',
                '--archived,--no-archived Whether it is put away.',
                '+--set=@pair Set any field: a.b=value.',
                '--data=@file A JSON object to begin with.'
            )
            Tail = 0
            Words = @('.')
        }
        'ticket-states' = @{
            Names = @(
                'list List ticket states.'
            )
            Own = @()
            Tail = 0
            Words = @()
        }
        'ticket-states list' = @{
            Names = @()
            Own = @(
                '--where=. Only these; see: intercom help query',
                '--limit=. At most this many.',
                '--all Every one there is.'
            )
            Tail = 1
            Words = @()
        }
        'ticket-types' = @{
            Names = @(
                'list List ticket types.',
                'get Show one ticket type or more.',
                'create Create a ticket type.',
                'update Change a ticket type.'
            )
            Own = @()
            Tail = 0
            Words = @()
        }
        'ticket-types list' = @{
            Names = @()
            Own = @(
                '--where=. Only these; see: intercom help query',
                '--limit=. At most this many.',
                '--all Every one there is.'
            )
            Tail = 1
            Words = @()
        }
        'ticket-types get' = @{
            Names = @()
            Own = @()
            Tail = 1
            Words = @('+.')
        }
        'ticket-types create' = @{
            Names = @()
            Own = @(
                '--name=. What to call it. Required.',
                '--description=. What it is for.',
                '--category=Customer|Back-office|Tracker For customers, teammates, or many reports.',
                '--icon=. An emoji that stands for it.',
                '--is-internal,--no-is-internal Whether only teammates see its tickets.',
                '+--set=@pair Set any field: a.b=value.',
                '--data=@file A JSON object to begin with.'
            )
            Tail = 0
            Words = @()
        }
        'ticket-types update' = @{
            Names = @()
            Own = @(
                '--name=. What to call it.',
                '--description=. What it is for.',
                '--category=Customer|Back-office|Tracker For customers, teammates, or many reports.',
                '--icon=. An emoji that stands for it.',
                '--is-internal,--no-is-internal Whether only teammates see its tickets.',
                '--archived,--no-archived Whether it is put away.',
                '+--set=@pair Set any field: a.b=value.',
                '--data=@file A JSON object to begin with.'
            )
            Tail = 0
            Words = @('.')
        }
        'tickets' = @{
            Names = @(
                'list List tickets.',
                'get Read a ticket, or show several.',
                'search Search tickets.',
                'create Create a ticket.',
                'update Change a ticket.',
                'delete Delete a ticket for good.',
                'link Link a conversation to a tracker ticket.',
                'unlink Take the link of a conversation to a tracker ticket away.',
                'change-type Give a ticket another type of its category.',
                'enqueue Create a ticket in the background, as a job.',
                'assign Give tickets to an admin, a team, or nobody.',
                'close Close tickets.',
                'open Open tickets that were closed.',
                'snooze Put tickets off until a time; a day alone means nine in the morning.',
                'reply Reply to the customer, or as the customer.',
                'note Write a note that only teammates see.',
                'tag Tag a ticket.',
                'untag Take a tag off a ticket.'
            )
            Own = @()
            Tail = 0
            Words = @()
        }
        'tickets list' = @{
            Names = @()
            Own = @(
                '--where=. Only these; see: intercom help query',
                '--sort=. Order; -FIELD for descending.',
                '--limit=. At most this many.',
                '--all Every one there is.'
            )
            Tail = 1
            Words = @()
        }
        'tickets get' = @{
            Names = @()
            Own = @()
            Tail = 1
            Words = @('+.')
        }
        'tickets search' = @{
            Names = @()
            Own = @(
                '--where=. Which; see: intercom help query',
                '--sort=. Order; -FIELD for descending.',
                '--limit=. At most this many.',
                '--all Every one there is.'
            )
            Tail = 1
            Words = @()
        }
        'tickets create' = @{
            Names = @()
            Own = @(
                '--type=. Its ticket type: id or name. Required.',
                '--contact=. Who asks: id, e-mail address or external:ID. Required.',
                '--title=. What it is called.',
                '--description=. What it is about; - reads stdin.',
                '+--attribute=. What its type asks: NAME=VALUE.',
                '--company=. The company it is for: id, company:ID or name.',
                '--conversation=. The conversation to link it to.',
                '--assignee=. The admin: id, e-mail or name.',
                '--team=. The team: id or name.',
                '--created-at=. When it was made, if not now.',
                '--skip-notifications,--no-skip-notifications Notify nobody of it.',
                '+--set=@pair Set any field: a.b=value.',
                '--data=@file A JSON object to begin with.'
            )
            Tail = 0
            Words = @()
        }
        'tickets update' = @{
            Names = @()
            Own = @(
                '--title=. What it is called.',
                '--description=. What it is about; - reads stdin.',
                '--company=. The company it is for: id, company:ID or name.',
                '--is-shared,--no-is-shared Whether the customer sees it.',
                '--skip-notifications,--no-skip-notifications Notify nobody of it.',
                '--state=. Its state: id or name.',
                '+--attribute=@pair What its type asks; once for each.',
                '--admin=. Act as this admin: id or e-mail.',
                '+--set=@pair Set any field: a.b=value.',
                '--data=@file A JSON object to begin with.'
            )
            Tail = 0
            Words = @('.')
        }
        'tickets delete' = @{
            Names = @()
            Own = @()
            Tail = 0
            Words = @('.')
        }
        'tickets link' = @{
            Names = @()
            Own = @()
            Tail = 0
            Words = @('.', '.')
        }
        'tickets unlink' = @{
            Names = @()
            Own = @()
            Tail = 0
            Words = @('.', '.')
        }
        'tickets change-type' = @{
            Names = @()
            Own = @(
                '--type=. The new type: id or name.',
                '--state=. Its state: id or name.',
                '+--attribute=@pair What its type asks; once for each.'
            )
            Tail = 0
            Words = @('.')
        }
        'tickets enqueue' = @{
            Names = @()
            Own = @(
                '--type=. Its ticket type: id or name. Required.',
                '--contact=. Who asks: id, e-mail address or external:ID. Required.',
                '--title=. What it is called.',
                '--description=. What it is about; - reads stdin.',
                '+--attribute=. What its type asks: NAME=VALUE.',
                '--company=. The company it is for: id, company:ID or name.',
                '--conversation=. The conversation to link it to.',
                '--assignee=. The admin: id, e-mail or name.',
                '--team=. The team: id or name.',
                '--created-at=. When it was made, if not now.',
                '--skip-notifications,--no-skip-notifications Notify nobody of it.',
                '--wait Wait until it is finished.',
                '--wait-for=. Wait this long at most, and longer than not at all.',
                '+--set=@pair Set any field: a.b=value.',
                '--data=@file A JSON object to begin with.'
            )
            Tail = 0
            Words = @()
        }
        'tickets assign' = @{
            Names = @()
            Own = @(
                '--team=. To a team instead: id or name.',
                '--nobody To nobody any more.',
                '--skip-notifications Notify nobody of it.',
                '--admin=. Act as this admin: id or e-mail.'
            )
            Tail = 0
            Words = @('.', '+.')
        }
        'tickets close' = @{
            Names = @()
            Own = @(
                '--skip-notifications Notify nobody of it.',
                '--admin=. Act as this admin: id or e-mail.'
            )
            Tail = 0
            Words = @('+.')
        }
        'tickets open' = @{
            Names = @()
            Own = @(
                '--skip-notifications Notify nobody of it.',
                '--admin=. Act as this admin: id or e-mail.'
            )
            Tail = 0
            Words = @('+.')
        }
        'tickets snooze' = @{
            Names = @()
            Own = @(
                '--until=. 2h, tomorrow 9:00, monday, 2026-12-01T09:00.',
                '--skip-notifications Notify nobody of it.',
                '--admin=. Act as this admin: id or e-mail.'
            )
            Tail = 0
            Words = @('+.')
        }
        'tickets reply' = @{
            Names = @()
            Own = @(
                '--as=. Write as this contact instead.',
                '+--file=. A file to attach; ten at most.',
                '+--attach-url=. An address to attach; ten at most.',
                '+--option=. A button to answer with; with --as, the one pressed. UUID=TEXT sets its id.',
                '--skip-notifications Notify nobody of it.',
                '--created-at=. When it was said.',
                '--admin=. Act as this admin: id or e-mail.'
            )
            Tail = 0
            Words = @('.', '.')
        }
        'tickets note' = @{
            Names = @()
            Own = @(
                '+--file=. A file to attach; ten at most.',
                '+--attach-url=. An address to attach; ten at most.',
                '--cross-post Also into the conversations linked to a back-office ticket.',
                '--skip-notifications Notify nobody of it.',
                '--created-at=. When it was said.',
                '--admin=. Act as this admin: id or e-mail.'
            )
            Tail = 0
            Words = @('.', '.')
        }
        'tickets tag' = @{
            Names = @()
            Own = @(
                '--create Make the tag if there is none.',
                '--admin=. Act as this admin: id or e-mail.'
            )
            Tail = 0
            Words = @('.', '.')
        }
        'tickets untag' = @{
            Names = @()
            Own = @(
                '--admin=. Act as this admin: id or e-mail.'
            )
            Tail = 0
            Words = @('.', '.')
        }
        'version' = @{
            Names = @()
            Own = @()
            Tail = 3
            Words = @()
        }
        'visitors' = @{
            Names = @(
                'get Show a visitor.',
                'update Change a visitor, named by --user-id or --id.',
                'convert Make a visitor a contact, new or known; the visitor is gone then.'
            )
            Own = @()
            Tail = 0
            Words = @()
        }
        'visitors get' = @{
            Names = @()
            Own = @(
                '--user-id=. The visitor, by your site''s user id.'
            )
            Tail = 1
            Words = @()
        }
        'visitors update' = @{
            Names = @()
            Own = @(
                '--user-id=. The user id that your site gave the visitor.',
                '--id=. The id Intercom gave the visitor.',
                '--name=. What to call them.',
                '+--set=@pair Set any field: a.b=value.',
                '--data=@file A JSON object to begin with.'
            )
            Tail = 0
            Words = @()
        }
        'visitors convert' = @{
            Names = @()
            Own = @(
                '--into=. Who it is: an id, an e-mail address, or external:ID, which may be new.',
                '--user-id=. The visitor, by your site''s user id.',
                '--id=. The visitor, by Intercom''s id.',
                '--email=. The e-mail address of a new contact.',
                '--type=user|lead What a new contact becomes.'
            )
            Tail = 0
            Words = @()
        }
        'workflows' = @{
            Names = @(
                'export Show everything a workflow is made of, as JSON.'
            )
            Own = @()
            Tail = 0
            Words = @()
        }
        'workflows export' = @{
            Names = @()
            Own = @(
                '--to=@file Where to save it; - for standard output.',
                '--force Replace a file that is there.'
            )
            Tail = 1
            Words = @('.')
        }
        'workspaces' = @{
            Names = @(
                'list List connected workspaces.',
                'use Make a workspace the default.',
                'rename Give a workspace another name on this machine.',
                'show Show what is known of a workspace.'
            )
            Own = @()
            Tail = 0
            Words = @()
        }
        'workspaces list' = @{
            Names = @()
            Own = @()
            Tail = 3
            Words = @()
        }
        'workspaces use' = @{
            Names = @()
            Own = @()
            Tail = 4
            Words = @('@workspace')
        }
        'workspaces rename' = @{
            Names = @()
            Own = @()
            Tail = 4
            Words = @('@workspace', '.')
        }
        'workspaces show' = @{
            Names = @()
            Own = @()
            Tail = 3
            Words = @('@workspace')
        }
    }
}

# Names of connected workspaces; a line with anything but harmless characters is passed over.
$global:IntercomCompletion.Workspaces = {
    if ($env:INTERCOM_CONFIG_DIR) {
        $directory = $env:INTERCOM_CONFIG_DIR
    } elseif ($env:OS -eq 'Windows_NT') {
        $directory = Join-Path $env:LOCALAPPDATA 'intercom-cli'
    } elseif ($env:XDG_CONFIG_HOME) {
        $directory = Join-Path $env:XDG_CONFIG_HOME 'intercom-cli'
    } elseif ($IsMacOS) {
        $directory = Join-Path $HOME 'Library/Application Support/intercom-cli'
    } else {
        $directory = Join-Path $HOME '.config/intercom-cli'
    }
    $file = Join-Path $directory 'workspaces.txt'
    if (Test-Path -LiteralPath $file -PathType Leaf) {
        Get-Content -LiteralPath $file -ErrorAction SilentlyContinue |
            Where-Object { $_ -cmatch '^[A-Za-z0-9][A-Za-z0-9._@-]*$' }
    }
}

Register-ArgumentCompleter -Native -CommandName intercom, intercom-cli -ScriptBlock {
    param($wordToComplete, $commandAst, $cursorPosition)

    $known = $global:IntercomCompletion
    $row = $known.Rows['']
    $names = @($row.Names)
    $options = @($row.Own) + @($known.Shared[$row.Tail])
    $words = @()
    $path = ''
    $helping = $false
    $waiting = ''
    $closed = $false
    $used = @()
    $place = 0

    # The option a flag belongs to, as it is written above.
    $find = {
        param($flag)
        foreach ($option in $options) {
            $code = $option.Split(' ')[0]
            if ($code.TrimStart('+').Split('=')[0].Split(',') -ccontains $flag) { return $option }
        }
        return ''
    }
    # What an option takes as its value; nothing for a switch.
    $taking = {
        param($option)
        $code = $option.Split(' ')[0]
        $at = $code.IndexOf('=')
        if ($at -ge 0) { return $code.Substring($at + 1) }
        return ''
    }

    $typed = @($commandAst.CommandElements |
        Select-Object -Skip 1 |
        Where-Object { $_.Extent.EndOffset -lt $cursorPosition } |
        ForEach-Object { $_.Extent.Text })
    foreach ($word in $typed) {
        if ($waiting) {
            $waiting = ''
        } elseif ((-not $closed) -and ($word -ceq '--')) {
            $closed = $true
        } elseif ((-not $closed) -and $word.StartsWith('--')) {
            $option = & $find ($word.Split('=')[0])
            $used += $option
            if (-not $word.Contains('=')) { $waiting = & $taking $option }
        } elseif ((-not $closed) -and $word.StartsWith('-') -and ($word.Length -gt 1)) {
            for ($at = 1; $at -lt $word.Length; $at++) {
                $option = & $find ('-' + $word[$at])
                $used += $option
                $waiting = & $taking $option
                if ($waiting) {
                    if ($at + 1 -lt $word.Length) { $waiting = '' }
                    break
                }
            }
        } elseif ($names.Count -gt 0) {
            if (($path -ceq '') -and ($word -ceq 'help') -and (-not $helping)) {
                $helping = $true
                $options = @()
                $names = @($known.Help)
                continue
            }
            if (($path -ceq '') -and $known.Aliases.ContainsKey($word)) {
                $word = $known.Aliases[$word]
            }
            $path = ($path + ' ' + $word).Trim()
            if (-not $known.Rows.ContainsKey($path)) { return '' }
            $row = $known.Rows[$path]
            $names = @($row.Names)
            if (-not $helping) {
                $options = @($row.Own) + @($known.Shared[$row.Tail])
                $words = @($row.Words)
            }
        } else {
            $place++
        }
    }

    $kind = ''
    $lead = ''
    $value = $wordToComplete
    $offers = @()
    if ($waiting) {
        $kind = $waiting
    } elseif ((-not $closed) -and $value.StartsWith('--') -and $value.Contains('=')) {
        $kind = & $taking (& $find ($value.Split('=')[0]))
        $lead = $value.Substring(0, $value.IndexOf('=') + 1)
        $value = $value.Substring($lead.Length)
    } elseif ((-not $closed) -and $value.StartsWith('-')) {
        foreach ($option in $options) {
            $code, $tip = $option.Split(' ', 2)
            if (($used -ccontains $option) -and (-not $code.StartsWith('+'))) { continue }
            foreach ($flag in $code.TrimStart('+').Split('=')[0].Split(',')) {
                $offers += , @($flag, $tip)
            }
        }
    } elseif ($names.Count -gt 0) {
        foreach ($name in $names) { $offers += , @($name.Split(' ', 2)) }
    } elseif ($place -lt $words.Count) {
        $kind = $words[$place].TrimStart('+')
    } elseif (($words.Count -gt 0) -and $words[-1].StartsWith('+')) {
        $kind = $words[-1].TrimStart('+')
    }

    if (($kind -ceq '@pair') -and $value.Contains('=@')) {
        $lead = $lead + $value.Substring(0, $value.IndexOf('=@') + 2)
        $value = $value.Substring($value.IndexOf('=@') + 2)
        $kind = '@file'
    }
    if (($kind -ceq '@file') -or ($kind -ceq '@directory')) {
        # PowerShell completes file names itself where nothing is offered.
        if (-not $lead) { return }
        foreach ($found in [System.Management.Automation.CompletionCompleters]::CompleteFilename($value)) {
            $text = $lead + $found.CompletionText
            [System.Management.Automation.CompletionResult]::new(
                $text, $found.ListItemText, 'ParameterValue', $found.ToolTip)
        }
        return
    }
    if ($kind -ceq '@workspace') {
        foreach ($name in (& $known.Workspaces)) { $offers += , @(($lead + $name), 'A workspace.') }
    } elseif ($kind -and ($kind -cne '.') -and (-not $kind.StartsWith('@'))) {
        foreach ($choice in $kind.Split('|')) { $offers += , @(($lead + $choice), $choice) }
    }

    $results = @(foreach ($offer in $offers) {
        if ($offer[0].StartsWith($wordToComplete, [System.StringComparison]::Ordinal)) {
            $tip = if ($offer[1]) { $offer[1] } else { $offer[0] }
            [System.Management.Automation.CompletionResult]::new(
                $offer[0], $offer[0], 'ParameterValue', $tip)
        }
    })
    # An empty text keeps PowerShell from offering files where none are meant.
    if ($results.Count -gt 0) { $results } else { '' }
}
