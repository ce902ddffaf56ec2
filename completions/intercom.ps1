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
            '+--fields=@fields Only these; ? lists them.',
            '--jq=. Filter the result with jq.',
            '-r,--raw With --jq: strings without quotes.',
            '--wide Tables with every column, nothing cut.',
            '--pager Through your pager; see: intercom help output',
            '--guard-formulas With -o csv or tsv: no text is a formula.',
            '--bom With -o csv: start with a byte order mark, for spreadsheets.',
            '--count Print only the count.',
            '+--group-by=@groups Count by fields; dates take :day, :week, :month or :year.',
            '--top=. Show only the N largest groups.',
            '+--stat=. Mean, median, p90, sum, min or max of a number in each group.',
            '--explain Show what is asked of Intercom for --where, and its cost.',
            '-n,--dry-run Show the request, send nothing.',
            '--plan Show what would change, by reading; write nothing.',
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
            '--count Print only the count.',
            '+--group-by=@groups Count by fields; dates take :day, :week, :month or :year.',
            '--top=. Show only the N largest groups.',
            '+--stat=. Mean, median, p90, sum, min or max of a number in each group.',
            '-o,--output=table|json|ndjson|csv|tsv|yaml|ids Format; see: intercom help output',
            '+--fields=@fields Only these; ? lists them.',
            '--jq=. Filter the result with jq.',
            '-r,--raw With --jq: strings without quotes.',
            '--wide Tables with every column, nothing cut.',
            '--pager Through your pager; see: intercom help output',
            '--guard-formulas With -o csv or tsv: no text is a formula.',
            '--bom With -o csv: start with a byte order mark, for spreadsheets.',
            '--explain Show what is asked of Intercom for --where, and its cost.',
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
            '--count Print only the count.',
            '+--group-by=@groups Count by fields; dates take :day, :week, :month or :year.',
            '--top=. Show only the N largest groups.',
            '+--stat=. Mean, median, p90, sum, min or max of a number in each group.',
            '-o,--output=table|json|ndjson|csv|tsv|yaml|ids Format; see: intercom help output',
            '+--fields=@fields Only these; ? lists them.',
            '--jq=. Filter the result with jq.',
            '-r,--raw With --jq: strings without quotes.',
            '--wide Tables with every column, nothing cut.',
            '--pager Through your pager; see: intercom help output',
            '--guard-formulas With -o csv or tsv: no text is a formula.',
            '--bom With -o csv: start with a byte order mark, for spreadsheets.',
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
            '+--fields=@fields Only these; ? lists them.',
            '--jq=. Filter the result with jq.',
            '-r,--raw With --jq: strings without quotes.',
            '--wide Tables with every column, nothing cut.',
            '--pager Through your pager; see: intercom help output',
            '--guard-formulas With -o csv or tsv: no text is a formula.',
            '--bom With -o csv: start with a byte order mark, for spreadsheets.',
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
        4 = @(
            '-o,--output=table|json|ndjson|csv|tsv|yaml|ids Format; see: intercom help output',
            '+--fields=@fields Only these; ? lists them.',
            '--jq=. Filter the result with jq.',
            '-r,--raw With --jq: strings without quotes.',
            '-n,--dry-run Show the request, send nothing.',
            '--plan Show what would change, by reading; write nothing.',
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
        5 = @(
            '-o,--output=table|json|ndjson|csv|tsv|yaml|ids Format; see: intercom help output',
            '+--fields=@fields Only these; ? lists them.',
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
        6 = @(
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
        7 = @(
            '-o,--output=table|json|ndjson|csv|tsv|yaml|ids Format; see: intercom help output',
            '+--fields=@fields Only these; ? lists them.',
            '--jq=. Filter the result with jq.',
            '-r,--raw With --jq: strings without quotes.',
            '-q,--quiet Say nothing but errors.',
            '-v,--verbose Say how many requests it took.',
            '--debug Show requests and answers.',
            '--no-input Never ask; exit 3 instead.',
            '--color=auto|always|never When to use colour.',
            '-h,--help Show help.'
        )
        8 = @(
            '-q,--quiet Say nothing but errors.',
            '-v,--verbose Say how many requests it took.',
            '--debug Show requests and answers.',
            '--no-input Never ask; exit 3 instead.',
            '--color=auto|always|never When to use colour.',
            '-h,--help Show help.'
        )
        9 = @(
            '-o,--output=table|json|ndjson|csv|tsv|yaml|ids Format; see: intercom help output',
            '+--fields=@fields Only these; ? lists them.',
            '--jq=. Filter the result with jq.',
            '-r,--raw With --jq: strings without quotes.',
            '--wide Tables with every column, nothing cut.',
            '--pager Through your pager; see: intercom help output',
            '--guard-formulas With -o csv or tsv: no text is a formula.',
            '--bom With -o csv: start with a byte order mark, for spreadsheets.',
            '--explain Show what is asked of Intercom for --where, and its cost.',
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
        10 = @(
            '-n,--dry-run Show the request, send nothing.',
            '--plan Show what would change, by reading; write nothing.',
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
        11 = @(
            '--count Print only the count.',
            '+--group-by=@groups Count by fields; dates take :day, :week, :month or :year.',
            '--top=. Show only the N largest groups.',
            '+--stat=. Mean, median, p90, sum, min or max of a number in each group.',
            '-o,--output=table|json|ndjson|csv|tsv|yaml|ids Format; see: intercom help output',
            '+--fields=@fields Only these; ? lists them.',
            '--jq=. Filter the result with jq.',
            '-r,--raw With --jq: strings without quotes.',
            '-n,--dry-run Show the request, send nothing.',
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
        12 = @(
            '-o,--output=table|json|ndjson|csv|tsv|yaml|ids Format; see: intercom help output',
            '+--fields=@fields Only these; ? lists them.',
            '--jq=. Filter the result with jq.',
            '-r,--raw With --jq: strings without quotes.',
            '-y,--yes Do not ask for confirmation.',
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
        13 = @(
            '-o,--output=table|json|ndjson|csv|tsv|yaml|ids Format; see: intercom help output',
            '+--fields=@fields Only these; ? lists them.',
            '--jq=. Filter the result with jq.',
            '-r,--raw With --jq: strings without quotes.',
            '-n,--dry-run Show the request, send nothing.',
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
        14 = @(
            '--count Print only the count.',
            '+--group-by=@groups Count by fields; dates take :day, :week, :month or :year.',
            '--top=. Show only the N largest groups.',
            '+--stat=. Mean, median, p90, sum, min or max of a number in each group.',
            '-o,--output=table|json|ndjson|csv|tsv|yaml|ids Format; see: intercom help output',
            '+--fields=@fields Only these; ? lists them.',
            '--jq=. Filter the result with jq.',
            '-r,--raw With --jq: strings without quotes.',
            '--wide Tables with every column, nothing cut.',
            '--pager Through your pager; see: intercom help output',
            '--guard-formulas With -o csv or tsv: no text is a formula.',
            '--bom With -o csv: start with a byte order mark, for spreadsheets.',
            '-n,--dry-run Show the request, send nothing.',
            '--plan Show what would change, by reading; write nothing.',
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
        15 = @(
            '-n,--dry-run Show the request, send nothing.',
            '--plan Show what would change, by reading; write nothing.',
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
        'find Look for a name, an address, a number or a word everywhere.',
        'folders Where teammates keep content; only in the Preview of the API.',
        'help-centers The sites where customers read articles.',
        'internal-articles What only teammates read.',
        'ip-allowlist Addresses from which teammates may reach the workspace.',
        'jobs Work that goes on at Intercom after a command has ended.',
        'listen Receive webhooks on this machine, and pass them on.',
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
        'replay Send recorded webhooks again: the same bytes, signed anew.',
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
        'trigger Send a sample webhook of any topic, signed.',
        'version Show the version.',
        'visitors People who opened the Messenger and did not say who they are.',
        'watch Turn polling into the events of webhooks: no public address is needed.',
        'workflow Run, check and go on with workflows: steps written down in a file.',
        'workflows Workflows that the workspace runs by itself.',
        'workspaces List, choose, rename and show connected workspaces.',
        'connect A topic.',
        'environment A topic.',
        'exit-codes A topic.',
        'nouns A topic.',
        'output A topic.',
        'query A topic.',
        'questions A topic.',
        'webhooks A topic.',
        'workflows A topic.'
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
                'find Look for a name, an address, a number or a word everywhere.',
                'folders Where teammates keep content; only in the Preview of the API.',
                'help-centers The sites where customers read articles.',
                'internal-articles What only teammates read.',
                'ip-allowlist Addresses from which teammates may reach the workspace.',
                'jobs Work that goes on at Intercom after a command has ended.',
                'listen Receive webhooks on this machine, and pass them on.',
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
                'replay Send recorded webhooks again: the same bytes, signed anew.',
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
                'trigger Send a sample webhook of any topic, signed.',
                'version Show the version.',
                'visitors People who opened the Messenger and did not say who they are.',
                'watch Turn polling into the events of webhooks: no public address is needed.',
                'workflow Run, check and go on with workflows: steps written down in a file.',
                'workflows Workflows that the workspace runs by itself.',
                'workspaces List, choose, rename and show connected workspaces.',
                'help Show help on a command or a topic.'
            )
            Own = @(
                '-V,--version Show the version.'
            )
            Tail = 0
            About = ''
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
            About = 'activity-logs'
            Words = @()
        }
        'activity-logs list' = @{
            Names = @()
            Own = @(
                '--since=. From this time on.',
                '--until=. Up to this time; now.',
                '--where=@where Only these; see: intercom help query',
                '--limit=. At most this many.',
                '--all Every one there is.'
            )
            Tail = 1
            About = 'activity-logs'
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
            Tail = 2
            About = 'activity-logs'
            Words = @()
        }
        'activity-logs event-types' = @{
            Names = @()
            Own = @(
                '--limit=. At most this many.'
            )
            Tail = 2
            About = 'activity-logs'
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
            About = 'admins'
            Words = @()
        }
        'admins list' = @{
            Names = @()
            Own = @(
                '--where=@where Only these; see: intercom help query',
                '--sort=@sort Order; -FIELD for descending.',
                '--limit=. At most this many.',
                '--all Every one there is.'
            )
            Tail = 1
            About = 'admins'
            Words = @()
        }
        'admins get' = @{
            Names = @()
            Own = @()
            Tail = 3
            About = 'admins'
            Words = @('+.')
        }
        'admins away' = @{
            Names = @()
            Own = @(
                '--reason=. Why; see away-reasons.',
                '--reassign Send new replies to the default inbox.'
            )
            Tail = 4
            About = 'admins'
            Words = @('.')
        }
        'admins back' = @{
            Names = @()
            Own = @()
            Tail = 4
            About = 'admins'
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
                'stage Write a draft of a published article; readers see it once published.',
                'versions List what an article said before.',
                'version Show what an article said in one version.',
                'draft Show the unpublished draft of a published article.',
                'publish Publish the draft of an article.',
                'tag Tag an article.',
                'untag Take a tag off an article.',
                'pull Write articles into Markdown files, a folder for each collection.',
                'diff Show what a push would change, and what changed at Intercom.',
                'push Send new and edited files to Intercom; nothing is ever deleted.'
            )
            Own = @()
            Tail = 0
            About = 'articles'
            Words = @()
        }
        'articles list' = @{
            Names = @()
            Own = @(
                '--where=@where Only these; see: intercom help query',
                '--sort=@sort Order; -FIELD for descending.',
                '--limit=. At most this many.',
                '--all Every one there is.'
            )
            Tail = 1
            About = 'articles'
            Words = @()
        }
        'articles get' = @{
            Names = @()
            Own = @()
            Tail = 3
            About = 'articles'
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
            Tail = 2
            About = 'articles'
            Words = @('.')
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
                '+--audience=. An audience that sees it: id or name.',
                '--fin,--no-fin Whether Fin may use it.',
                '--copilot,--no-copilot Whether Copilot may use it.',
                '--sales-agent,--no-sales-agent Whether the sales agent may use it.',
                '--publish-at=. Publish it then.',
                '--unpublish-at=. Withdraw it then.',
                '+--set=@pair Set any field: a.b=value.',
                '--data=@file A JSON object to begin with.'
            )
            Tail = 4
            About = 'articles'
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
                '+--audience=. An audience that sees it: id or name.',
                '--fin,--no-fin Whether Fin may use it.',
                '--copilot,--no-copilot Whether Copilot may use it.',
                '--sales-agent,--no-sales-agent Whether the sales agent may use it.',
                '--publish-at=. Publish it then.',
                '--unpublish-at=. Withdraw it then.',
                '+--set=@pair Set any field: a.b=value.',
                '--data=@file A JSON object to begin with.'
            )
            Tail = 4
            About = 'articles'
            Words = @('.')
        }
        'articles delete' = @{
            Names = @()
            Own = @()
            Tail = 4
            About = 'articles'
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
            Tail = 4
            About = 'articles'
            Words = @('.')
        }
        'articles versions' = @{
            Names = @()
            Own = @(
                '--locale=. A language, as de.',
                '--limit=. At most this many.',
                '--all Every one there is.'
            )
            Tail = 2
            About = 'articles versions'
            Words = @('.')
        }
        'articles version' = @{
            Names = @()
            Own = @(
                '--locale=. A language, as de.'
            )
            Tail = 3
            About = 'articles version'
            Words = @('.', '.')
        }
        'articles draft' = @{
            Names = @()
            Own = @()
            Tail = 3
            About = 'articles'
            Words = @('.')
        }
        'articles publish' = @{
            Names = @()
            Own = @(
                '+--locale=. Only in this language, as de; more than once. Else all that wait.'
            )
            Tail = 4
            About = 'articles'
            Words = @('.')
        }
        'articles tag' = @{
            Names = @()
            Own = @(
                '--create Make the tag if there is none.'
            )
            Tail = 4
            About = 'tags'
            Words = @('.', '.')
        }
        'articles untag' = @{
            Names = @()
            Own = @()
            Tail = 4
            About = 'tags'
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
            Tail = 5
            About = 'articles'
            Words = @('@directory')
        }
        'articles diff' = @{
            Names = @()
            Own = @(
                '--exit-code Exit 1 for differences.'
            )
            Tail = 3
            About = 'articles'
            Words = @('@directory')
        }
        'articles push' = @{
            Names = @()
            Own = @(
                '--publish Publish what is pushed.',
                '--draft Write drafts of published articles; readers see them once published.',
                '--force Also where both sides changed.',
                '--admin=. Who wrote the new ones: id, e-mail or name.'
            )
            Tail = 4
            About = 'articles'
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
            About = 'audiences'
            Words = @()
        }
        'audiences list' = @{
            Names = @()
            Own = @(
                '--where=@where Only these; see: intercom help query',
                '--sort=@sort Order; -FIELD for descending.',
                '--limit=. At most this many.',
                '--all Every one there is.'
            )
            Tail = 1
            About = 'audiences'
            Words = @()
        }
        'audiences get' = @{
            Names = @()
            Own = @()
            Tail = 3
            About = 'audiences'
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
            Tail = 4
            About = 'audiences'
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
            Tail = 4
            About = 'audiences'
            Words = @('.')
        }
        'audiences delete' = @{
            Names = @()
            Own = @()
            Tail = 4
            About = 'audiences'
            Words = @('.')
        }
        'away-reasons' = @{
            Names = @(
                'list List away reasons.'
            )
            Own = @()
            Tail = 0
            About = 'away-reasons'
            Words = @()
        }
        'away-reasons list' = @{
            Names = @()
            Own = @(
                '--where=@where Only these; see: intercom help query',
                '--sort=@sort Order; -FIELD for descending.',
                '--limit=. At most this many.',
                '--all Every one there is.'
            )
            Tail = 1
            About = 'away-reasons'
            Words = @()
        }
        'banners' = @{
            Names = @(
                'list List the banners that a contact is to see.',
                'dismiss Hide a banner from a contact for good.'
            )
            Own = @()
            Tail = 0
            About = 'banners'
            Words = @()
        }
        'banners list' = @{
            Names = @()
            Own = @(
                '--contact=. Who sees it: an id, an e-mail address, or external:ID. Required.',
                '--limit=. At most this many.',
                '--all Every one there is.'
            )
            Tail = 2
            About = 'banners'
            Words = @('.')
        }
        'banners dismiss' = @{
            Names = @()
            Own = @(
                '--contact=. Who sees it: an id, an e-mail address, or external:ID.'
            )
            Tail = 4
            About = 'banners'
            Words = @('.')
        }
        'brands' = @{
            Names = @(
                'list List brands.',
                'get Show one brand or more.'
            )
            Own = @()
            Tail = 0
            About = 'brands'
            Words = @()
        }
        'brands list' = @{
            Names = @()
            Own = @(
                '--where=@where Only these; see: intercom help query',
                '--sort=@sort Order; -FIELD for descending.',
                '--limit=. At most this many.',
                '--all Every one there is.'
            )
            Tail = 1
            About = 'brands'
            Words = @()
        }
        'brands get' = @{
            Names = @()
            Own = @()
            Tail = 3
            About = 'brands'
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
            About = 'calls'
            Words = @()
        }
        'calls list' = @{
            Names = @()
            Own = @(
                '--where=@where Only these; see: intercom help query',
                '--sort=@sort Order; -FIELD for descending.',
                '--limit=. At most this many.',
                '--all Every one there is.'
            )
            Tail = 1
            About = 'calls'
            Words = @()
        }
        'calls get' = @{
            Names = @()
            Own = @()
            Tail = 3
            About = 'calls'
            Words = @('+.')
        }
        'calls search' = @{
            Names = @()
            Own = @()
            Tail = 3
            About = 'calls'
            Words = @('+.')
        }
        'calls recording' = @{
            Names = @()
            Own = @(
                '--to=@file Where to save it; - for standard output.',
                '--force Replace a file that is there.'
            )
            Tail = 6
            About = 'calls'
            Words = @('.')
        }
        'calls transcript' = @{
            Names = @()
            Own = @(
                '--to=@file Where to save it; - for standard output.',
                '--force Replace a file that is there.'
            )
            Tail = 6
            About = 'calls'
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
            About = 'collections'
            Words = @()
        }
        'collections list' = @{
            Names = @()
            Own = @(
                '--where=@where Only these; see: intercom help query',
                '--sort=@sort Order; -FIELD for descending.',
                '--limit=. At most this many.',
                '--all Every one there is.'
            )
            Tail = 1
            About = 'collections'
            Words = @()
        }
        'collections get' = @{
            Names = @()
            Own = @()
            Tail = 3
            About = 'collections'
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
            Tail = 4
            About = 'collections'
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
            Tail = 4
            About = 'collections'
            Words = @('.')
        }
        'collections delete' = @{
            Names = @()
            Own = @()
            Tail = 4
            About = 'collections'
            Words = @('.')
        }
        'commands' = @{
            Names = @()
            Own = @(
                '--json The whole tree as one document, for programs.'
            )
            Tail = 7
            About = 'commands'
            Words = @('commands|completion|config|connect|disconnect|doctor|find|listen|open|replay|request|sandbox|schema|status|trigger|version|watch|workflow|workspaces|activity-logs|admins|articles|audiences|away-reasons|banners|brands|calls|collections|companies|contacts|content|content-snippets|content-sources|conversation-attributes|conversations|custom-objects|data-attributes|data-connectors|ecommerce|emails|events|exports|external-pages|fin|fin-voice|folders|help-centers|internal-articles|ip-allowlist|jobs|macros|messages|news-items|newsfeeds|notes|office-hours|office-hours-exceptions|phone-call-redirects|redirects|reports|secure-mode-secrets|segments|subscription-types|tags|teams|ticket-attributes|ticket-states|ticket-types|tickets|visitors|workflows')
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
            About = 'companies'
            Words = @()
        }
        'companies list' = @{
            Names = @()
            Own = @(
                '--where=@where Only these; see: intercom help query',
                '--sort=@sort Order; -FIELD for descending.',
                '--limit=. At most this many.',
                '--all Every one there is.'
            )
            Tail = 1
            About = 'companies'
            Words = @()
        }
        'companies get' = @{
            Names = @()
            Own = @()
            Tail = 3
            About = 'companies'
            Words = @('+.')
        }
        'companies search' = @{
            Names = @()
            Own = @(
                '--where=@where Which; see: intercom help query',
                '--sort=@sort Order; -FIELD for descending.',
                '--limit=. At most this many.',
                '--all Every one there is.'
            )
            Tail = 2
            About = 'companies'
            Words = @()
        }
        'companies create' = @{
            Names = @()
            Own = @(
                '--company-id=. Your own id of the company. Required.',
                '--name=. Name.',
                '--plan-name=. Name of the plan.',
                '--size=. Number of employees.',
                '--website=. Address of the website.',
                '--industry=. What it does.',
                '--monthly-spend=. Revenue a month, a whole number.',
                '--remote-created-at=. When you created it.',
                '--update-last-request-at,--no-update-last-request-at Count this as activity.',
                '+--set=@pair Set any field: a.b=value.',
                '--data=@file A JSON object to begin with.'
            )
            Tail = 4
            About = 'companies'
            Words = @()
        }
        'companies update' = @{
            Names = @()
            Own = @(
                '--name=. Name.',
                '--plan-name=. Name of the plan.',
                '--size=. Number of employees.',
                '--website=. Address of the website.',
                '--industry=. What it does.',
                '--monthly-spend=. Revenue a month, a whole number.',
                '+--set=@pair Set any field: a.b=value.',
                '--data=@file A JSON object to begin with.'
            )
            Tail = 4
            About = 'companies'
            Words = @('.')
        }
        'companies delete' = @{
            Names = @()
            Own = @()
            Tail = 4
            About = 'companies'
            Words = @('.')
        }
        'companies contacts' = @{
            Names = @()
            Own = @(
                '--limit=. At most this many.',
                '--all Every one there is.'
            )
            Tail = 2
            About = 'contacts'
            Words = @('.')
        }
        'companies segments' = @{
            Names = @()
            Own = @(
                '--limit=. At most this many.',
                '--all Every one there is.'
            )
            Tail = 2
            About = 'segments'
            Words = @('.')
        }
        'companies notes' = @{
            Names = @()
            Own = @(
                '--limit=. At most this many.',
                '--all Every one there is.'
            )
            Tail = 2
            About = 'notes'
            Words = @('.')
        }
        'companies attach' = @{
            Names = @()
            Own = @()
            Tail = 4
            About = 'companies'
            Words = @('.', '.')
        }
        'companies detach' = @{
            Names = @()
            Own = @()
            Tail = 4
            About = 'companies'
            Words = @('.', '.')
        }
        'companies note' = @{
            Names = @()
            Own = @(
                '--admin=. Act as this admin: id, e-mail or name.'
            )
            Tail = 4
            About = 'notes'
            Words = @('.', '.')
        }
        'companies tag' = @{
            Names = @()
            Own = @(
                '--create Make the tag if there is none.'
            )
            Tail = 4
            About = 'companies'
            Words = @('.', '.')
        }
        'companies untag' = @{
            Names = @()
            Own = @()
            Tail = 4
            About = 'companies'
            Words = @('.', '.')
        }
        'companies bulk-create' = @{
            Names = @()
            Own = @(
                '--job=. A job to add them to.'
            )
            Tail = 4
            About = 'companies'
            Words = @('@file')
        }
        'companies bulk-update' = @{
            Names = @()
            Own = @(
                '--job=. A job to add them to.'
            )
            Tail = 4
            About = 'companies'
            Words = @('@file')
        }
        'companies bulk-delete' = @{
            Names = @()
            Own = @(
                '--job=. A job to add them to.'
            )
            Tail = 4
            About = 'companies'
            Words = @('+.')
        }
        'companies bulk-status' = @{
            Names = @()
            Own = @(
                '--wait Wait until it is finished.',
                '--wait-for=. Wait this long at most, and longer than not at all.'
            )
            Tail = 3
            About = 'companies'
            Words = @('.')
        }
        'completion' = @{
            Names = @()
            Own = @()
            Tail = 8
            About = 'completion'
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
            About = 'config'
            Words = @()
        }
        'config list' = @{
            Names = @()
            Own = @()
            Tail = 7
            About = 'config'
            Words = @()
        }
        'config get' = @{
            Names = @()
            Own = @()
            Tail = 8
            About = 'config'
            Words = @('workspace|output|api_version|timeout|max_wait|color|pager|guard_formulas|no_input|region|base_url|client_id|redirect_uri')
        }
        'config set' = @{
            Names = @()
            Own = @()
            Tail = 8
            About = 'config'
            Words = @('workspace|output|api_version|timeout|max_wait|color|pager|guard_formulas|no_input|region|base_url|client_id|redirect_uri', '.')
        }
        'config unset' = @{
            Names = @()
            Own = @()
            Tail = 8
            About = 'config'
            Words = @('workspace|output|api_version|timeout|max_wait|color|pager|guard_formulas|no_input|region|base_url|client_id|redirect_uri')
        }
        'config path' = @{
            Names = @()
            Own = @()
            Tail = 8
            About = 'config'
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
            Tail = 8
            About = 'connect'
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
                'upsert Create a contact, or update the one with that address or external id.',
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
            About = 'contacts'
            Words = @()
        }
        'contacts list' = @{
            Names = @()
            Own = @(
                '--where=@where Only these; see: intercom help query',
                '--sort=@sort Order; -FIELD for descending.',
                '--limit=. At most this many.',
                '--all Every one there is.'
            )
            Tail = 1
            About = 'contacts'
            Words = @()
        }
        'contacts get' = @{
            Names = @()
            Own = @()
            Tail = 3
            About = 'contacts'
            Words = @('+.')
        }
        'contacts search' = @{
            Names = @()
            Own = @(
                '--where=@where Which; see: intercom help query',
                '--sort=@sort Order; -FIELD for descending.',
                '--limit=. At most this many.',
                '--all Every one there is.'
            )
            Tail = 1
            About = 'contacts'
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
            Tail = 4
            About = 'contacts'
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
            Tail = 4
            About = 'contacts'
            Words = @('.')
        }
        'contacts delete' = @{
            Names = @()
            Own = @()
            Tail = 4
            About = 'contacts'
            Words = @('.')
        }
        'contacts count' = @{
            Names = @()
            Own = @(
                '--where=@where Only these; see: intercom help query'
            )
            Tail = 9
            About = 'contacts'
            Words = @()
        }
        'contacts archive' = @{
            Names = @()
            Own = @()
            Tail = 4
            About = 'contacts'
            Words = @('.')
        }
        'contacts unarchive' = @{
            Names = @()
            Own = @()
            Tail = 4
            About = 'contacts'
            Words = @('.')
        }
        'contacts block' = @{
            Names = @()
            Own = @()
            Tail = 4
            About = 'contacts'
            Words = @('.')
        }
        'contacts merge' = @{
            Names = @()
            Own = @(
                '--into=. The user that stays.',
                '--skip-duplicate-validation Merge even where data would be lost.'
            )
            Tail = 4
            About = 'contacts'
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
            Tail = 4
            About = 'contacts'
            Words = @()
        }
        'contacts companies' = @{
            Names = @()
            Own = @(
                '--limit=. At most this many.',
                '--all Every one there is.'
            )
            Tail = 2
            About = 'companies'
            Words = @('.')
        }
        'contacts tags' = @{
            Names = @()
            Own = @(
                '--limit=. At most this many.',
                '--all Every one there is.'
            )
            Tail = 2
            About = 'tags'
            Words = @('.')
        }
        'contacts notes' = @{
            Names = @()
            Own = @(
                '--limit=. At most this many.',
                '--all Every one there is.'
            )
            Tail = 2
            About = 'notes'
            Words = @('.')
        }
        'contacts segments' = @{
            Names = @()
            Own = @(
                '--limit=. At most this many.',
                '--all Every one there is.'
            )
            Tail = 2
            About = 'segments'
            Words = @('.')
        }
        'contacts subscriptions' = @{
            Names = @()
            Own = @(
                '--limit=. At most this many.',
                '--all Every one there is.'
            )
            Tail = 2
            About = 'contacts'
            Words = @('.')
        }
        'contacts attach' = @{
            Names = @()
            Own = @()
            Tail = 4
            About = 'companies'
            Words = @('.', '.')
        }
        'contacts detach' = @{
            Names = @()
            Own = @()
            Tail = 4
            About = 'companies'
            Words = @('.', '.')
        }
        'contacts tag' = @{
            Names = @()
            Own = @(
                '--create Make the tag if there is none.'
            )
            Tail = 4
            About = 'tags'
            Words = @('.', '.')
        }
        'contacts untag' = @{
            Names = @()
            Own = @()
            Tail = 4
            About = 'tags'
            Words = @('.', '.')
        }
        'contacts note' = @{
            Names = @()
            Own = @(
                '--admin=. Act as this admin: id, e-mail or name.'
            )
            Tail = 4
            About = 'notes'
            Words = @('.', '.')
        }
        'contacts subscribe' = @{
            Names = @()
            Own = @()
            Tail = 4
            About = 'contacts'
            Words = @('.', '.')
        }
        'contacts unsubscribe' = @{
            Names = @()
            Own = @()
            Tail = 4
            About = 'contacts'
            Words = @('.', '.')
        }
        'contacts merge-history' = @{
            Names = @()
            Own = @(
                '--order=asc|desc By time; desc.',
                '--limit=. At most this many.',
                '--all Every one there is.'
            )
            Tail = 2
            About = 'contacts'
            Words = @('.')
        }
        'contacts merge-preview' = @{
            Names = @()
            Own = @(
                '--into=. The user that would stay.',
                '--skip-duplicate-validation Even where they have nothing in common.'
            )
            Tail = 3
            About = 'contacts'
            Words = @('.')
        }
        'contacts activities' = @{
            Names = @()
            Own = @(
                '--limit=. At most this many.',
                '--all Every one there is.'
            )
            Tail = 2
            About = 'contacts'
            Words = @()
        }
        'contacts bulk-create' = @{
            Names = @()
            Own = @(
                '--job=. A job to add them to.'
            )
            Tail = 4
            About = 'contacts'
            Words = @('@file')
        }
        'contacts bulk-update' = @{
            Names = @()
            Own = @(
                '--job=. A job to add them to.'
            )
            Tail = 4
            About = 'contacts'
            Words = @('@file')
        }
        'contacts bulk-delete' = @{
            Names = @()
            Own = @(
                '--job=. A job to add them to.'
            )
            Tail = 4
            About = 'contacts'
            Words = @('+.')
        }
        'contacts bulk-status' = @{
            Names = @()
            Own = @(
                '--wait Wait until it is finished.',
                '--wait-for=. Wait this long at most, and longer than not at all.'
            )
            Tail = 3
            About = 'contacts'
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
            About = 'content'
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
            Tail = 2
            About = 'content'
            Words = @('.')
        }
        'content delete' = @{
            Names = @()
            Own = @()
            Tail = 4
            About = 'content'
            Words = @('+.')
        }
        'content publish' = @{
            Names = @()
            Own = @()
            Tail = 4
            About = 'content'
            Words = @('+.')
        }
        'content unpublish' = @{
            Names = @()
            Own = @()
            Tail = 4
            About = 'content'
            Words = @('+.')
        }
        'content availability' = @{
            Names = @()
            Own = @(
                '--fin,--no-fin Whether Fin may use it.',
                '--copilot,--no-copilot Whether Copilot may use it.',
                '--sales-agent,--no-sales-agent Whether the sales agent may use it.'
            )
            Tail = 4
            About = 'content'
            Words = @('+.')
        }
        'content audience' = @{
            Names = @()
            Own = @(
                '+--add=. A segment that sees it from now on; more than once.',
                '+--remove=. A segment that no longer sees it; more than once.',
                '--remove-all First take all away.'
            )
            Tail = 4
            About = 'content'
            Words = @('+.')
        }
        'content tag' = @{
            Names = @()
            Own = @(
                '+--tag=. A tag: id or name; more than once.'
            )
            Tail = 4
            About = 'content'
            Words = @('+.')
        }
        'content untag' = @{
            Names = @()
            Own = @(
                '+--tag=. A tag: id or name; more than once.'
            )
            Tail = 4
            About = 'content'
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
            About = 'content-snippets'
            Words = @()
        }
        'content-snippets list' = @{
            Names = @()
            Own = @(
                '--where=@where Only these; see: intercom help query',
                '--sort=@sort Order; -FIELD for descending.',
                '--limit=. At most this many.',
                '--all Every one there is.'
            )
            Tail = 1
            About = 'content-snippets'
            Words = @()
        }
        'content-snippets get' = @{
            Names = @()
            Own = @()
            Tail = 3
            About = 'content-snippets'
            Words = @('+.')
        }
        'content-snippets create' = @{
            Names = @()
            Own = @(
                '--title=. Title. Required.',
                '--body=. The text: Markdown.',
                '--body-file=@file A .md file with it, or - .',
                '--locale=. Its language, as de.',
                '+--audience=. An audience that sees it: id or name.',
                '--fin,--no-fin Whether Fin may use it.',
                '--copilot,--no-copilot Whether Copilot may use it.',
                '--sales-agent,--no-sales-agent Whether the sales agent may use it.',
                '+--set=@pair Set any field: a.b=value.',
                '--data=@file A JSON object to begin with.'
            )
            Tail = 4
            About = 'content-snippets'
            Words = @()
        }
        'content-snippets update' = @{
            Names = @()
            Own = @(
                '--title=. Title.',
                '--body=. The text: Markdown.',
                '--body-file=@file A .md file with it, or - .',
                '--locale=. Its language, as de.',
                '+--audience=. An audience that sees it: id or name.',
                '--fin,--no-fin Whether Fin may use it.',
                '--copilot,--no-copilot Whether Copilot may use it.',
                '--sales-agent,--no-sales-agent Whether the sales agent may use it.',
                '+--set=@pair Set any field: a.b=value.',
                '--data=@file A JSON object to begin with.'
            )
            Tail = 4
            About = 'content-snippets'
            Words = @('.')
        }
        'content-snippets delete' = @{
            Names = @()
            Own = @()
            Tail = 4
            About = 'content-snippets'
            Words = @('.')
        }
        'content-snippets tag' = @{
            Names = @()
            Own = @(
                '--create Make the tag if there is none.'
            )
            Tail = 4
            About = 'tags'
            Words = @('.', '.')
        }
        'content-snippets untag' = @{
            Names = @()
            Own = @()
            Tail = 4
            About = 'tags'
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
            About = 'content-sources'
            Words = @()
        }
        'content-sources list' = @{
            Names = @()
            Own = @(
                '--where=@where Only these; see: intercom help query',
                '--sort=@sort Order; -FIELD for descending.',
                '--limit=. At most this many.',
                '--all Every one there is.'
            )
            Tail = 1
            About = 'content-sources'
            Words = @()
        }
        'content-sources get' = @{
            Names = @()
            Own = @()
            Tail = 3
            About = 'content-sources'
            Words = @('+.')
        }
        'content-sources create' = @{
            Names = @()
            Own = @(
                '--url=. Where its pages begin. Required.',
                '--status=active|deactivated Whether Fin may use it.',
                '+--audience=. An audience: id or name.',
                '+--set=@pair Set any field: a.b=value.',
                '--data=@file A JSON object to begin with.'
            )
            Tail = 4
            About = 'content-sources'
            Words = @()
        }
        'content-sources update' = @{
            Names = @()
            Own = @(
                '--url=. Where its pages begin.',
                '--status=active|deactivated Whether Fin may use it.',
                '--sync-behavior=api|automated|manual How it is kept up to date.',
                '+--audience=. An audience: id or name.',
                '--to-its-pages Give its pages that audience.'
            )
            Tail = 4
            About = 'content-sources'
            Words = @('.')
        }
        'content-sources delete' = @{
            Names = @()
            Own = @()
            Tail = 4
            About = 'content-sources'
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
            About = 'conversation-attributes'
            Words = @()
        }
        'conversation-attributes list' = @{
            Names = @()
            Own = @(
                '--include-archived,--no-include-archived Archived ones too.',
                '--where=@where Only these; see: intercom help query',
                '--sort=@sort Order; -FIELD for descending.',
                '--limit=. At most this many.',
                '--all Every one there is.'
            )
            Tail = 1
            About = 'conversation-attributes'
            Words = @()
        }
        'conversation-attributes get' = @{
            Names = @()
            Own = @()
            Tail = 3
            About = 'conversation-attributes'
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
            Tail = 4
            About = 'conversation-attributes'
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
            Tail = 4
            About = 'conversation-attributes'
            Words = @('.')
        }
        'conversation-attributes delete' = @{
            Names = @()
            Own = @()
            Tail = 4
            About = 'conversation-attributes'
            Words = @('.')
        }
        'conversation-attributes add-option' = @{
            Names = @()
            Own = @(
                '--label=. What to call it. Required.',
                '+--set=@pair Set any field: a.b=value.',
                '--data=@file A JSON object to begin with.'
            )
            Tail = 4
            About = 'conversation-attributes'
            Words = @('.')
        }
        'conversation-attributes update-option' = @{
            Names = @()
            Own = @(
                '--label=. What to call it.'
            )
            Tail = 4
            About = 'conversation-attributes'
            Words = @('.', '.')
        }
        'conversation-attributes delete-option' = @{
            Names = @()
            Own = @()
            Tail = 4
            About = 'conversation-attributes'
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
            About = 'conversations'
            Words = @()
        }
        'conversations list' = @{
            Names = @()
            Own = @(
                '--where=@where Only these; see: intercom help query',
                '--sort=@sort Order; -FIELD for descending.',
                '--limit=. At most this many.',
                '--all Every one there is.'
            )
            Tail = 1
            About = 'conversations'
            Words = @()
        }
        'conversations get' = @{
            Names = @()
            Own = @(
                '--plaintext Texts without their HTML.',
                '--translations With translations of parts.'
            )
            Tail = 3
            About = 'conversations'
            Words = @('+.')
        }
        'conversations search' = @{
            Names = @()
            Own = @(
                '--include-monitors,--no-include-monitors With what monitors found.',
                '--include-scorecards,--no-include-scorecards With what scorecards say.',
                '--where=@where Which; see: intercom help query',
                '--sort=@sort Order; -FIELD for descending.',
                '--limit=. At most this many.',
                '--all Every one there is.'
            )
            Tail = 1
            About = 'conversations'
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
            Tail = 4
            About = 'conversations'
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
            Tail = 4
            About = 'conversations'
            Words = @('.')
        }
        'conversations delete' = @{
            Names = @()
            Own = @(
                '--keep-metrics,--no-keep-metrics Whether reports still count it; they do.'
            )
            Tail = 4
            About = 'conversations'
            Words = @('.')
        }
        'conversations handling-events' = @{
            Names = @()
            Own = @(
                '--limit=. At most this many.',
                '--all Every one there is.'
            )
            Tail = 2
            About = 'conversations handling-events'
            Words = @('.')
        }
        'conversations side-conversations' = @{
            Names = @()
            Own = @(
                '--limit=. At most this many.',
                '--all Every one there is.'
            )
            Tail = 2
            About = 'conversations side-conversations'
            Words = @('.')
        }
        'conversations deleted' = @{
            Names = @()
            Own = @(
                '--order=asc|desc The latest deleted first, or the eldest.',
                '--limit=. At most this many.',
                '--all Every one there is.'
            )
            Tail = 2
            About = 'conversations deleted'
            Words = @()
        }
        'conversations reply' = @{
            Names = @()
            Own = @(
                '--as=. Write as this contact instead.',
                '+--file=@file A file to attach; ten at most.',
                '+--attach-url=. An address to attach; ten at most.',
                '+--option=. A button to answer with; with --as, the one pressed. UUID=TEXT sets its id.',
                '--skip-notifications Notify nobody of it.',
                '--created-at=. When it was said.',
                '--admin=. Act as this admin: id, e-mail or name.'
            )
            Tail = 4
            About = 'conversations'
            Words = @('.', '.')
        }
        'conversations note' = @{
            Names = @()
            Own = @(
                '+--file=@file A file to attach; ten at most.',
                '+--attach-url=. An address to attach; ten at most.',
                '--created-at=. When it was said.',
                '--admin=. Act as this admin: id, e-mail or name.'
            )
            Tail = 4
            About = 'conversations'
            Words = @('.', '.')
        }
        'conversations assign' = @{
            Names = @()
            Own = @(
                '--team=. To a team instead: id or name.',
                '--nobody To nobody any more.',
                '--body=. Also say this to the customer; - reads stdin.',
                '--admin=. Act as this admin: id, e-mail or name.'
            )
            Tail = 4
            About = 'conversations'
            Words = @('.', '+.')
        }
        'conversations close' = @{
            Names = @()
            Own = @(
                '--body=. Also say this to the customer; - reads stdin.',
                '--admin=. Act as this admin: id, e-mail or name.'
            )
            Tail = 4
            About = 'conversations'
            Words = @('+.')
        }
        'conversations open' = @{
            Names = @()
            Own = @(
                '--admin=. Act as this admin: id, e-mail or name.'
            )
            Tail = 4
            About = 'conversations'
            Words = @('+.')
        }
        'conversations snooze' = @{
            Names = @()
            Own = @(
                '--until=. 2h, tomorrow 9:00, monday, 2026-12-01T09:00.',
                '--admin=. Act as this admin: id, e-mail or name.'
            )
            Tail = 4
            About = 'conversations'
            Words = @('+.')
        }
        'conversations tag' = @{
            Names = @()
            Own = @(
                '--create Make the tag if there is none.',
                '--admin=. Act as this admin: id, e-mail or name.'
            )
            Tail = 4
            About = 'tags'
            Words = @('.', '.')
        }
        'conversations untag' = @{
            Names = @()
            Own = @(
                '--admin=. Act as this admin: id, e-mail or name.'
            )
            Tail = 4
            About = 'tags'
            Words = @('.', '.')
        }
        'conversations attach' = @{
            Names = @()
            Own = @(
                '--as=. On behalf of this contact, who takes part already.',
                '--admin=. Act as this admin: id, e-mail or name.'
            )
            Tail = 4
            About = 'conversations'
            Words = @('.', '.')
        }
        'conversations detach' = @{
            Names = @()
            Own = @(
                '--admin=. Act as this admin: id, e-mail or name.'
            )
            Tail = 4
            About = 'conversations'
            Words = @('.', '.')
        }
        'conversations redact' = @{
            Names = @()
            Own = @(
                '--source The first message.'
            )
            Tail = 4
            About = 'conversations'
            Words = @('.', '.')
        }
        'conversations merge' = @{
            Names = @()
            Own = @(
                '--into=. The one that goes on.'
            )
            Tail = 4
            About = 'conversations'
            Words = @('.')
        }
        'conversations convert' = @{
            Names = @()
            Own = @(
                '--type=. Its type: id or name.',
                '--state=. Its state: id or name.',
                '+--attribute=@pair What its type asks; once for each.'
            )
            Tail = 4
            About = 'conversations'
            Words = @('.')
        }
        'conversations mark-part' = @{
            Names = @()
            Own = @(
                '--secret-file=@file Holds the secret Intercom gave; - reads it.',
                '--seen The admin has seen it.',
                '--send-state=. How far a reply sent elsewhere got.',
                '--info=. A word about that.',
                '--admin=. Act as this admin: id, e-mail or name.'
            )
            Tail = 4
            About = 'conversations'
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
            About = 'custom-objects'
            Words = @()
        }
        'custom-objects list' = @{
            Names = @()
            Own = @(
                '--type=. What kind of record, as Order. Required.',
                '--contact=. Only those of this contact.',
                '--conversation=. Only those of this conversation.',
                '--where=@where Only these; see: intercom help query',
                '--sort=@sort Order; -FIELD for descending.',
                '--limit=. At most this many.',
                '--all Every one there is.'
            )
            Tail = 1
            About = 'custom-objects'
            Words = @('.')
        }
        'custom-objects get' = @{
            Names = @()
            Own = @(
                '--type=. What kind of record, as Order.'
            )
            Tail = 3
            About = 'custom-objects'
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
            Tail = 4
            About = 'custom-objects'
            Words = @()
        }
        'custom-objects delete' = @{
            Names = @()
            Own = @(
                '--type=. What kind of record, as Order.'
            )
            Tail = 4
            About = 'custom-objects'
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
            Tail = 4
            About = 'custom-objects'
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
            About = 'data-attributes'
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
            Tail = 2
            About = 'data-attributes'
            Words = @()
        }
        'data-attributes get' = @{
            Names = @()
            Own = @(
                '--model=contact|company Only of this kind.'
            )
            Tail = 3
            About = 'data-attributes'
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
            Tail = 4
            About = 'data-attributes'
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
            Tail = 4
            About = 'data-attributes'
            Words = @('.')
        }
        'data-attributes delete' = @{
            Names = @()
            Own = @()
            Tail = 4
            About = 'data-attributes'
            Words = @('.')
        }
        'data-connectors' = @{
            Names = @(
                'list List data connectors.',
                'get Show one data connector or more.',
                'create Create a data connector.',
                'update Change a data connector.',
                'delete Delete a data connector.',
                'runs List the runs of the last hour, or since another time, the latest first.',
                'run Show one run with what was sent and received.'
            )
            Own = @()
            Tail = 0
            About = 'data-connectors'
            Words = @()
        }
        'data-connectors list' = @{
            Names = @()
            Own = @(
                '--where=@where Only these; see: intercom help query',
                '--sort=@sort Order; -FIELD for descending.',
                '--limit=. At most this many.',
                '--all Every one there is.'
            )
            Tail = 1
            About = 'data-connectors'
            Words = @()
        }
        'data-connectors get' = @{
            Names = @()
            Own = @(
                '--version=draft|live Which of its two versions.'
            )
            Tail = 3
            About = 'data-connectors'
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
            Tail = 4
            About = 'data-connectors'
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
            Tail = 4
            About = 'data-connectors'
            Words = @('.')
        }
        'data-connectors delete' = @{
            Names = @()
            Own = @()
            Tail = 4
            About = 'data-connectors'
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
            Tail = 2
            About = 'data-connectors runs'
            Words = @('.')
        }
        'data-connectors run' = @{
            Names = @()
            Own = @()
            Tail = 3
            About = 'data-connectors run'
            Words = @('.', '.')
        }
        'disconnect' = @{
            Names = @()
            Own = @(
                '--uninstall-app Also end the app''s access for everybody.'
            )
            Tail = 10
            About = 'disconnect'
            Words = @('@workspace')
        }
        'doctor' = @{
            Names = @()
            Own = @(
                '--network Ask Intercom too.'
            )
            Tail = 5
            About = 'doctor'
            Words = @()
        }
        'ecommerce' = @{
            Names = @(
                'upload Replace the products of a connector; others than these are removed (Preview).'
            )
            Own = @()
            Tail = 0
            About = 'ecommerce'
            Words = @()
        }
        'ecommerce upload' = @{
            Names = @()
            Own = @(
                '--part=. Which part of a catalog in several files this is.',
                '--import=. The import that the parts are of.',
                '--finish All parts are there: start.'
            )
            Tail = 4
            About = 'ecommerce'
            Words = @('.', '@file')
        }
        'emails' = @{
            Names = @(
                'list List e-mail addresses.',
                'get Show one e-mail address or more.'
            )
            Own = @()
            Tail = 0
            About = 'emails'
            Words = @()
        }
        'emails list' = @{
            Names = @()
            Own = @(
                '--where=@where Only these; see: intercom help query',
                '--sort=@sort Order; -FIELD for descending.',
                '--limit=. At most this many.',
                '--all Every one there is.'
            )
            Tail = 1
            About = 'emails'
            Words = @()
        }
        'emails get' = @{
            Names = @()
            Own = @()
            Tail = 3
            About = 'emails'
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
            About = 'events'
            Words = @()
        }
        'events list' = @{
            Names = @()
            Own = @(
                '--contact=. An id, an e-mail address, or external:ID. Required.',
                '--since=. From this time on.',
                '--where=@where Only these; see: intercom help query',
                '--limit=. At most this many.',
                '--all Every one there is.'
            )
            Tail = 1
            About = 'events'
            Words = @('.')
        }
        'events summary' = @{
            Names = @()
            Own = @(
                '--contact=. An id, an e-mail address, or external:ID. Required.',
                '--limit=. At most this many.',
                '--all Every one there is.'
            )
            Tail = 2
            About = 'events'
            Words = @('.')
        }
        'events track' = @{
            Names = @()
            Own = @(
                '--contact=. Who did it: an id, an e-mail address, or external:ID.',
                '--at=. When; now.',
                '+--meta=@pair More about it, ten at most; KEY:=JSON for a link or an amount.',
                '--data=@file Many events: a line of JSON each.'
            )
            Tail = 4
            About = 'events'
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
            Tail = 4
            About = 'events'
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
            About = 'exports'
            Words = @()
        }
        'exports get' = @{
            Names = @()
            Own = @()
            Tail = 3
            About = 'exports'
            Words = @('.')
        }
        'exports start' = @{
            Names = @()
            Own = @(
                '--since=. From this time on.',
                '--until=. Up to this time; now.'
            )
            Tail = 4
            About = 'exports'
            Words = @()
        }
        'exports wait' = @{
            Names = @()
            Own = @(
                '--wait-for=. Wait this long at most, and longer than not at all.'
            )
            Tail = 3
            About = 'exports'
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
            Tail = 3
            About = 'exports'
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
            Tail = 4
            About = 'exports'
            Words = @()
        }
        'exports cancel' = @{
            Names = @()
            Own = @()
            Tail = 4
            About = 'exports'
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
            About = 'external-pages'
            Words = @()
        }
        'external-pages list' = @{
            Names = @()
            Own = @(
                '--where=@where Only these; see: intercom help query',
                '--sort=@sort Order; -FIELD for descending.',
                '--limit=. At most this many.',
                '--all Every one there is.'
            )
            Tail = 1
            About = 'external-pages'
            Words = @()
        }
        'external-pages get' = @{
            Names = @()
            Own = @()
            Tail = 3
            About = 'external-pages'
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
            Tail = 4
            About = 'external-pages'
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
            Tail = 4
            About = 'external-pages'
            Words = @('.')
        }
        'external-pages delete' = @{
            Names = @()
            Own = @()
            Tail = 4
            About = 'external-pages'
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
            About = 'fin'
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
                '+--file=@file A file that came along.',
                '+--attach-url=. An address that came along.'
            )
            Tail = 4
            About = 'fin'
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
                '+--file=@file A file that came along.',
                '+--attach-url=. An address that came along.'
            )
            Tail = 4
            About = 'fin'
            Words = @('.', '.')
        }
        'fin csat' = @{
            Names = @()
            Own = @(
                '--remark=. Why; it can be said once.'
            )
            Tail = 4
            About = 'fin'
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
                '+--file=@file A file that came along.',
                '+--attach-url=. An address that came along.'
            )
            Tail = 4
            About = 'fin'
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
            Tail = 4
            About = 'fin'
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
            Tail = 4
            About = 'fin'
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
            Tail = 4
            About = 'fin'
            Words = @('.')
        }
        'fin answer' = @{
            Names = @()
            Own = @(
                '--step=. The step that waits.',
                '+--value=@pair What was asked for; := for JSON.',
                '--values=@file All of them as a list.'
            )
            Tail = 4
            About = 'fin'
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
            About = 'fin-voice'
            Words = @()
        }
        'fin-voice list' = @{
            Names = @()
            Own = @(
                '--conversation=. The conversation they are in. Required.',
                '--limit=. At most this many.',
                '--all Every one there is.'
            )
            Tail = 2
            About = 'fin-voice'
            Words = @('.')
        }
        'fin-voice get' = @{
            Names = @()
            Own = @(
                '--external-id=. The id the telephone system has for it.',
                '--phone-number=. Who called; the latest call.'
            )
            Tail = 3
            About = 'fin-voice'
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
            Tail = 4
            About = 'fin-voice'
            Words = @()
        }
        'find' = @{
            Names = @()
            Own = @(
                '--kind=. Only these nouns.',
                '--limit=. At most this many of each kind; 5.',
                '--all Every one there is.'
            )
            Tail = 11
            About = 'find'
            Words = @('+.')
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
            About = 'folders'
            Words = @()
        }
        'folders list' = @{
            Names = @()
            Own = @(
                '--inside=. Only those in this folder, by id.',
                '--where=@where Only these; see: intercom help query',
                '--sort=@sort Order; -FIELD for descending.',
                '--limit=. At most this many.',
                '--all Every one there is.'
            )
            Tail = 1
            About = 'folders'
            Words = @()
        }
        'folders get' = @{
            Names = @()
            Own = @()
            Tail = 3
            About = 'folders'
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
            Tail = 4
            About = 'folders'
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
            Tail = 4
            About = 'folders'
            Words = @('.')
        }
        'folders delete' = @{
            Names = @()
            Own = @()
            Tail = 4
            About = 'folders'
            Words = @('.')
        }
        'help-centers' = @{
            Names = @(
                'list List help centers.',
                'get Show one help center or more.'
            )
            Own = @()
            Tail = 0
            About = 'help-centers'
            Words = @()
        }
        'help-centers list' = @{
            Names = @()
            Own = @(
                '--where=@where Only these; see: intercom help query',
                '--sort=@sort Order; -FIELD for descending.',
                '--limit=. At most this many.',
                '--all Every one there is.'
            )
            Tail = 1
            About = 'help-centers'
            Words = @()
        }
        'help-centers get' = @{
            Names = @()
            Own = @()
            Tail = 3
            About = 'help-centers'
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
            About = 'internal-articles'
            Words = @()
        }
        'internal-articles list' = @{
            Names = @()
            Own = @(
                '--where=@where Only these; see: intercom help query',
                '--sort=@sort Order; -FIELD for descending.',
                '--limit=. At most this many.',
                '--all Every one there is.'
            )
            Tail = 1
            About = 'internal-articles'
            Words = @()
        }
        'internal-articles get' = @{
            Names = @()
            Own = @()
            Tail = 3
            About = 'internal-articles'
            Words = @('+.')
        }
        'internal-articles search' = @{
            Names = @()
            Own = @(
                '--folder=. A folder, by id.',
                '--limit=. At most this many.',
                '--all Every one there is.'
            )
            Tail = 2
            About = 'internal-articles'
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
                '+--audience=. An audience that sees it: id or name.',
                '--fin,--no-fin Whether Fin may use it.',
                '--copilot,--no-copilot Whether Copilot may use it.',
                '--sales-agent,--no-sales-agent Whether the sales agent may use it.',
                '+--set=@pair Set any field: a.b=value.',
                '--data=@file A JSON object to begin with.'
            )
            Tail = 4
            About = 'internal-articles'
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
                '+--audience=. An audience that sees it: id or name.',
                '--fin,--no-fin Whether Fin may use it.',
                '--copilot,--no-copilot Whether Copilot may use it.',
                '--sales-agent,--no-sales-agent Whether the sales agent may use it.',
                '+--set=@pair Set any field: a.b=value.',
                '--data=@file A JSON object to begin with.'
            )
            Tail = 4
            About = 'internal-articles'
            Words = @('.')
        }
        'internal-articles delete' = @{
            Names = @()
            Own = @()
            Tail = 4
            About = 'internal-articles'
            Words = @('.')
        }
        'internal-articles tag' = @{
            Names = @()
            Own = @(
                '--create Make the tag if there is none.'
            )
            Tail = 4
            About = 'tags'
            Words = @('.', '.')
        }
        'internal-articles untag' = @{
            Names = @()
            Own = @()
            Tail = 4
            About = 'tags'
            Words = @('.', '.')
        }
        'ip-allowlist' = @{
            Names = @(
                'get Show the addresses, and whether the list is in force.',
                'update Change which addresses are let in, or whether that is looked at.'
            )
            Own = @()
            Tail = 0
            About = 'ip-allowlist'
            Words = @()
        }
        'ip-allowlist get' = @{
            Names = @()
            Own = @()
            Tail = 3
            About = 'ip-allowlist'
            Words = @()
        }
        'ip-allowlist update' = @{
            Names = @()
            Own = @(
                '+--add=. Let this address or range in; once for each.',
                '+--remove=. Take this one off; once for each.',
                '--enable,--disable Whether it is in force.'
            )
            Tail = 4
            About = 'ip-allowlist'
            Words = @()
        }
        'jobs' = @{
            Names = @(
                'get Show how far a job is.',
                'wait Wait until a job is finished.'
            )
            Own = @()
            Tail = 0
            About = 'jobs'
            Words = @()
        }
        'jobs get' = @{
            Names = @()
            Own = @()
            Tail = 3
            About = 'jobs'
            Words = @('+.')
        }
        'jobs wait' = @{
            Names = @()
            Own = @(
                '--wait-for=. Wait this long at most, and longer than not at all.'
            )
            Tail = 3
            About = 'jobs'
            Words = @('.')
        }
        'listen' = @{
            Names = @()
            Own = @(
                '--port=. 0 takes any free one.',
                '--path=. Where notifications are taken.',
                '--topics=. Only these, such as contact.created,conversation.*',
                '-f,--forward-to=. Send each to this address.',
                '--exec=. Run this for each; {} and {data.item.id} are filled in.',
                '--run=@file Run this workflow for each.',
                '--record=@file Add each to this file; see: intercom replay',
                '--public-url=. Your own public address that leads here.',
                '--tunnel=cloudflared|ngrok Run this to get a public address.',
                '--host=. Address to listen on.',
                '--retries=. How often a failing --forward-to is tried again.',
                '--skip-verify Take what nobody signed, too.',
                '--print-secret-help Tell where the client secret is.'
            )
            Tail = 12
            About = 'listen'
            Words = @()
        }
        'macros' = @{
            Names = @(
                'list List macros.',
                'get Show one macro or more.'
            )
            Own = @()
            Tail = 0
            About = 'macros'
            Words = @()
        }
        'macros list' = @{
            Names = @()
            Own = @(
                '--updated-since=. Only those that changed since.',
                '--where=@where Only these; see: intercom help query',
                '--sort=@sort Order; -FIELD for descending.',
                '--limit=. At most this many.',
                '--all Every one there is.'
            )
            Tail = 1
            About = 'macros'
            Words = @()
        }
        'macros get' = @{
            Names = @()
            Own = @()
            Tail = 3
            About = 'macros'
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
            About = 'messages'
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
            Tail = 4
            About = 'messages'
            Words = @()
        }
        'messages status' = @{
            Names = @()
            Own = @()
            Tail = 3
            About = 'messages'
            Words = @('.')
        }
        'messages statuses' = @{
            Names = @()
            Own = @(
                '--ruleset=. The ruleset that sent them.',
                '--limit=. At most this many.',
                '--all Every one there is.'
            )
            Tail = 2
            About = 'messages'
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
            About = 'news-items'
            Words = @()
        }
        'news-items list' = @{
            Names = @()
            Own = @(
                '--where=@where Only these; see: intercom help query',
                '--sort=@sort Order; -FIELD for descending.',
                '--limit=. At most this many.',
                '--all Every one there is.'
            )
            Tail = 1
            About = 'news-items'
            Words = @()
        }
        'news-items get' = @{
            Names = @()
            Own = @()
            Tail = 3
            About = 'news-items'
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
            Tail = 4
            About = 'news-items'
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
            Tail = 4
            About = 'news-items'
            Words = @('.')
        }
        'news-items delete' = @{
            Names = @()
            Own = @()
            Tail = 4
            About = 'news-items'
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
            About = 'newsfeeds'
            Words = @()
        }
        'newsfeeds list' = @{
            Names = @()
            Own = @(
                '--where=@where Only these; see: intercom help query',
                '--sort=@sort Order; -FIELD for descending.',
                '--limit=. At most this many.',
                '--all Every one there is.'
            )
            Tail = 1
            About = 'newsfeeds'
            Words = @()
        }
        'newsfeeds get' = @{
            Names = @()
            Own = @()
            Tail = 3
            About = 'newsfeeds'
            Words = @('+.')
        }
        'newsfeeds items' = @{
            Names = @()
            Own = @(
                '--limit=. At most this many.',
                '--all Every one there is.'
            )
            Tail = 2
            About = 'newsfeeds items'
            Words = @('.')
        }
        'notes' = @{
            Names = @(
                'get Show one note or more.'
            )
            Own = @()
            Tail = 0
            About = 'notes'
            Words = @()
        }
        'notes get' = @{
            Names = @()
            Own = @()
            Tail = 3
            About = 'notes'
            Words = @('+.')
        }
        'office-hours' = @{
            Names = @(
                'list List office hours schedules.',
                'get Show one office hours schedule or more.',
                'create Create an office hours schedule.',
                'update Change an office hours schedule.',
                'delete Delete an office hours schedule with its exceptions.'
            )
            Own = @()
            Tail = 0
            About = 'office-hours'
            Words = @()
        }
        'office-hours list' = @{
            Names = @()
            Own = @(
                '--limit=. At most this many.',
                '--all Every one there is.'
            )
            Tail = 2
            About = 'office-hours'
            Words = @()
        }
        'office-hours get' = @{
            Names = @()
            Own = @()
            Tail = 3
            About = 'office-hours'
            Words = @('+.')
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
            Tail = 4
            About = 'office-hours'
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
            Tail = 4
            About = 'office-hours'
            Words = @('.')
        }
        'office-hours delete' = @{
            Names = @()
            Own = @()
            Tail = 4
            About = 'office-hours'
            Words = @('.')
        }
        'office-hours-exceptions' = @{
            Names = @(
                'list List the days on which a schedule has other hours.',
                'get Show one office hours exception or more.',
                'create Create an office hours exception.',
                'update Change an office hours exception.',
                'delete Delete an office hours exception; its day is as usual again.'
            )
            Own = @()
            Tail = 0
            About = 'office-hours-exceptions'
            Words = @()
        }
        'office-hours-exceptions list' = @{
            Names = @()
            Own = @(
                '--schedule=. The schedule: id or name. Required.',
                '--limit=. At most this many.',
                '--all Every one there is.'
            )
            Tail = 2
            About = 'office-hours-exceptions'
            Words = @('.')
        }
        'office-hours-exceptions get' = @{
            Names = @()
            Own = @(
                '--schedule=. The schedule: id or name.'
            )
            Tail = 3
            About = 'office-hours-exceptions'
            Words = @('+.')
        }
        'office-hours-exceptions create' = @{
            Names = @()
            Own = @(
                '--schedule=. The schedule: id or name.',
                '--date=. Which day: 2026-12-24, tomorrow, monday. Required.',
                '--name=. What to call it.',
                '+--hours=. Open then, as 9:00-13:00; once or more.',
                '--closed,--no-closed Nobody answers all day; so it is without --hours.',
                '--yearly,--no-yearly Whether it is the same day every year.',
                '+--set=@pair Set any field: a.b=value.',
                '--data=@file A JSON object to begin with.'
            )
            Tail = 4
            About = 'office-hours-exceptions'
            Words = @()
        }
        'office-hours-exceptions update' = @{
            Names = @()
            Own = @(
                '--schedule=. The schedule: id or name.',
                '--date=. Which day: 2026-12-24, tomorrow, monday.',
                '--name=. What to call it.',
                '+--hours=. Open then, as 9:00-13:00; once or more.',
                '--closed,--no-closed Nobody answers all day.',
                '--yearly,--no-yearly Whether it is the same day every year.',
                '+--set=@pair Set any field: a.b=value.',
                '--data=@file A JSON object to begin with.'
            )
            Tail = 4
            About = 'office-hours-exceptions'
            Words = @('.')
        }
        'office-hours-exceptions delete' = @{
            Names = @()
            Own = @(
                '--schedule=. The schedule: id or name.'
            )
            Tail = 4
            About = 'office-hours-exceptions'
            Words = @('.')
        }
        'open' = @{
            Names = @()
            Own = @(
                '--print Only write the address.'
            )
            Tail = 6
            About = 'open'
            Words = @('articles|companies|contacts|conversations|tickets', '.')
        }
        'phone-call-redirects' = @{
            Names = @(
                'create Text a link to the Messenger to somebody who calls.'
            )
            Own = @()
            Tail = 0
            About = 'phone-call-redirects'
            Words = @()
        }
        'phone-call-redirects create' = @{
            Names = @()
            Own = @(
                '--phone=. Who calls, as +353861234567. Required.',
                '+--set=@pair Set any field: a.b=value.',
                '--data=@file A JSON object to begin with.'
            )
            Tail = 4
            About = 'phone-call-redirects'
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
            About = 'redirects'
            Words = @()
        }
        'redirects list' = @{
            Names = @()
            Own = @(
                '--help-center=. Its help center: id or name. Not needed where there is only one.',
                '--where=@where Only these; see: intercom help query',
                '--sort=@sort Order; -FIELD for descending.',
                '--limit=. At most this many.',
                '--all Every one there is.'
            )
            Tail = 1
            About = 'redirects'
            Words = @('.')
        }
        'redirects get' = @{
            Names = @()
            Own = @(
                '--help-center=. Its help center: id or name. Not needed where there is only one.'
            )
            Tail = 3
            About = 'redirects'
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
            Tail = 4
            About = 'redirects'
            Words = @()
        }
        'redirects delete' = @{
            Names = @()
            Own = @(
                '--help-center=. Its help center: id or name. Not needed where there is only one.'
            )
            Tail = 4
            About = 'redirects'
            Words = @('.')
        }
        'replay' = @{
            Names = @()
            Own = @(
                '-f,--forward-to=. Where to send them.',
                '--only=. Only these topics.',
                '--since=. Only what came since then: 1h, yesterday, a date.',
                '--undelivered Only what was never taken; this is noted in FILE.',
                '--retries=. How often a failing one is tried again.'
            )
            Tail = 13
            About = 'replay'
            Words = @('@file')
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
            About = 'reports'
            Words = @()
        }
        'reports get' = @{
            Names = @()
            Own = @()
            Tail = 3
            About = 'reports'
            Words = @('.')
        }
        'reports datasets' = @{
            Names = @()
            Own = @(
                '--limit=. At most this many.',
                '--all Every one there is.'
            )
            Tail = 2
            About = 'reports'
            Words = @()
        }
        'reports attributes' = @{
            Names = @()
            Own = @()
            Tail = 3
            About = 'reports'
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
            Tail = 4
            About = 'reports'
            Words = @()
        }
        'reports wait' = @{
            Names = @()
            Own = @(
                '--wait-for=. Wait this long at most, and longer than not at all.'
            )
            Tail = 3
            About = 'reports'
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
            Tail = 3
            About = 'reports'
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
            Tail = 4
            About = 'reports'
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
            Tail = 14
            About = 'request'
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
            About = 'sandbox'
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
                '--key=@file Its key, as PEM.',
                '--webhook=. Tell this address of every change, signed.',
                '--webhook-topics=. Only these; all of them is usual.',
                '--webhook-retry=. When a failed webhook is tried once more.'
            )
            Tail = 8
            About = 'sandbox'
            Words = @()
        }
        'sandbox seed' = @{
            Names = @()
            Own = @(
                '--seed=. Which data set; the same number, the same people.',
                '--contacts=. How many contacts to make.',
                '--db=@file Keep it in a file.'
            )
            Tail = 15
            About = 'sandbox'
            Words = @()
        }
        'sandbox reset' = @{
            Names = @()
            Own = @(
                '--db=@file Keep it in a file.'
            )
            Tail = 15
            About = 'sandbox'
            Words = @()
        }
        'schema' = @{
            Names = @()
            Own = @()
            Tail = 7
            About = 'schema'
            Words = @('GET|POST|PUT|PATCH|DELETE|activity-logs|admins|articles|audiences|away-reasons|banners|brands|calls|collections|companies|contacts|content|content-snippets|content-sources|conversation-attributes|conversations|custom-objects|data-attributes|data-connectors|ecommerce|emails|events|exports|external-pages|fin|fin-voice|folders|help-centers|internal-articles|ip-allowlist|jobs|macros|messages|news-items|newsfeeds|notes|office-hours|office-hours-exceptions|phone-call-redirects|redirects|reports|secure-mode-secrets|segments|subscription-types|tags|teams|ticket-attributes|ticket-states|ticket-types|tickets|visitors|workflows', '+.')
        }
        'secure-mode-secrets' = @{
            Names = @(
                'list List secrets, without what is secret (Preview).',
                'create Create a secret, which is shown this once (Preview).',
                'delete Delete a secret; sessions signed with it end (Preview).'
            )
            Own = @()
            Tail = 0
            About = 'secure-mode-secrets'
            Words = @()
        }
        'secure-mode-secrets list' = @{
            Names = @()
            Own = @(
                '--limit=. At most this many.',
                '--all Every one there is.'
            )
            Tail = 2
            About = 'secure-mode-secrets'
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
            Tail = 4
            About = 'secure-mode-secrets'
            Words = @()
        }
        'secure-mode-secrets delete' = @{
            Names = @()
            Own = @()
            Tail = 4
            About = 'secure-mode-secrets'
            Words = @('.')
        }
        'segments' = @{
            Names = @(
                'list List segments.',
                'get Show one segment or more.'
            )
            Own = @()
            Tail = 0
            About = 'segments'
            Words = @()
        }
        'segments list' = @{
            Names = @()
            Own = @(
                '--members With how many are in each.',
                '--limit=. At most this many.',
                '--all Every one there is.'
            )
            Tail = 2
            About = 'segments'
            Words = @()
        }
        'segments get' = @{
            Names = @()
            Own = @()
            Tail = 3
            About = 'segments'
            Words = @('+.')
        }
        'status' = @{
            Names = @()
            Own = @(
                '--check Ask Intercom whether the token is good.'
            )
            Tail = 5
            About = 'status'
            Words = @()
        }
        'subscription-types' = @{
            Names = @(
                'list List subscription types.'
            )
            Own = @()
            Tail = 0
            About = 'subscription-types'
            Words = @()
        }
        'subscription-types list' = @{
            Names = @()
            Own = @(
                '--where=@where Only these; see: intercom help query',
                '--sort=@sort Order; -FIELD for descending.',
                '--limit=. At most this many.',
                '--all Every one there is.'
            )
            Tail = 1
            About = 'subscription-types'
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
            About = 'tags'
            Words = @()
        }
        'tags list' = @{
            Names = @()
            Own = @(
                '--where=@where Only these; see: intercom help query',
                '--sort=@sort Order; -FIELD for descending.',
                '--limit=. At most this many.',
                '--all Every one there is.'
            )
            Tail = 1
            About = 'tags'
            Words = @()
        }
        'tags get' = @{
            Names = @()
            Own = @()
            Tail = 3
            About = 'tags'
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
            Tail = 4
            About = 'tags'
            Words = @()
        }
        'tags delete' = @{
            Names = @()
            Own = @()
            Tail = 4
            About = 'tags'
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
            About = 'teams'
            Words = @()
        }
        'teams list' = @{
            Names = @()
            Own = @(
                '--where=@where Only these; see: intercom help query',
                '--sort=@sort Order; -FIELD for descending.',
                '--limit=. At most this many.',
                '--all Every one there is.'
            )
            Tail = 1
            About = 'teams'
            Words = @()
        }
        'teams get' = @{
            Names = @()
            Own = @()
            Tail = 3
            About = 'teams'
            Words = @('+.')
        }
        'teams update' = @{
            Names = @()
            Own = @(
                '+--member=. Who is in the team; once for each.',
                '+--primary=. A member who is asked first.',
                '+--secondary=. A member who is asked after them.'
            )
            Tail = 4
            About = 'teams'
            Words = @('.')
        }
        'teams metrics' = @{
            Names = @()
            Own = @(
                '--idle=. Unanswered this long counts as idle; 1800.'
            )
            Tail = 3
            About = 'teams'
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
            About = 'ticket-attributes'
            Words = @()
        }
        'ticket-attributes list' = @{
            Names = @()
            Own = @(
                '--ticket-type=. The ticket type: id or name. Required.',
                '--where=@where Only these; see: intercom help query',
                '--sort=@sort Order; -FIELD for descending.',
                '--limit=. At most this many.',
                '--all Every one there is.'
            )
            Tail = 1
            About = 'ticket-attributes'
            Words = @('.')
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
            Tail = 4
            About = 'ticket-attributes'
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
            Tail = 4
            About = 'ticket-attributes'
            Words = @('.')
        }
        'ticket-states' = @{
            Names = @(
                'list List ticket states.'
            )
            Own = @()
            Tail = 0
            About = 'ticket-states'
            Words = @()
        }
        'ticket-states list' = @{
            Names = @()
            Own = @(
                '--where=@where Only these; see: intercom help query',
                '--sort=@sort Order; -FIELD for descending.',
                '--limit=. At most this many.',
                '--all Every one there is.'
            )
            Tail = 1
            About = 'ticket-states'
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
            About = 'ticket-types'
            Words = @()
        }
        'ticket-types list' = @{
            Names = @()
            Own = @(
                '--where=@where Only these; see: intercom help query',
                '--sort=@sort Order; -FIELD for descending.',
                '--limit=. At most this many.',
                '--all Every one there is.'
            )
            Tail = 1
            About = 'ticket-types'
            Words = @()
        }
        'ticket-types get' = @{
            Names = @()
            Own = @()
            Tail = 3
            About = 'ticket-types'
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
            Tail = 4
            About = 'ticket-types'
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
            Tail = 4
            About = 'ticket-types'
            Words = @('.')
        }
        'tickets' = @{
            Names = @(
                'list List tickets.',
                'get Read a ticket, by its id or its number, or show several.',
                'search Search tickets.',
                'create Create a ticket; its contact is told.',
                'update Change a ticket; its contact is told of a new state.',
                'delete Delete a ticket for good.',
                'link Link a conversation to a tracker ticket.',
                'unlink Take the link of a conversation to a tracker ticket away.',
                'enqueue Create a ticket in the background, as a job; its contact is told.',
                'change-type Give a ticket another type of its category.',
                'assign Give tickets to an admin, a team, or nobody; their contacts are told.',
                'close Close tickets; their contacts are told.',
                'open Open tickets that were closed; their contacts are told.',
                'snooze Put tickets off until a time; a day alone means nine in the morning.',
                'reply Reply to the customer, or as the customer.',
                'note Write a note that only teammates see.',
                'tag Tag a ticket.',
                'untag Take a tag off a ticket.'
            )
            Own = @()
            Tail = 0
            About = 'tickets'
            Words = @()
        }
        'tickets list' = @{
            Names = @()
            Own = @(
                '--where=@where Only these; see: intercom help query',
                '--sort=@sort Order; -FIELD for descending.',
                '--limit=. At most this many.',
                '--all Every one there is.'
            )
            Tail = 1
            About = 'tickets'
            Words = @()
        }
        'tickets get' = @{
            Names = @()
            Own = @()
            Tail = 3
            About = 'tickets'
            Words = @('+.')
        }
        'tickets search' = @{
            Names = @()
            Own = @(
                '--where=@where Which; see: intercom help query',
                '--sort=@sort Order; -FIELD for descending.',
                '--limit=. At most this many.',
                '--all Every one there is.'
            )
            Tail = 1
            About = 'tickets'
            Words = @()
        }
        'tickets create' = @{
            Names = @()
            Own = @(
                '--type=. Its ticket type: id or name. Required.',
                '--contact=. Who asks: id, e-mail address or external:ID. Required.',
                '--title=. What it is called.',
                '--description=. What it is about; - reads stdin.',
                '+--attribute=@pair What its type asks; once for each.',
                '--company=. The company it is for: id, company:ID or name.',
                '--conversation=. The conversation to link it to.',
                '--assignee=. The admin: id, e-mail or name.',
                '--team=. The team: id or name.',
                '--created-at=. When it was made, if not now.',
                '--skip-notifications,--no-skip-notifications Notify nobody of it.',
                '+--set=@pair Set any field: a.b=value.',
                '--data=@file A JSON object to begin with.'
            )
            Tail = 4
            About = 'tickets'
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
                '--admin=. Act as this admin: id, e-mail or name.',
                '+--set=@pair Set any field: a.b=value.',
                '--data=@file A JSON object to begin with.'
            )
            Tail = 4
            About = 'tickets'
            Words = @('.')
        }
        'tickets delete' = @{
            Names = @()
            Own = @()
            Tail = 4
            About = 'tickets'
            Words = @('.')
        }
        'tickets link' = @{
            Names = @()
            Own = @()
            Tail = 4
            About = 'tickets'
            Words = @('.', '.')
        }
        'tickets unlink' = @{
            Names = @()
            Own = @()
            Tail = 4
            About = 'tickets'
            Words = @('.', '.')
        }
        'tickets enqueue' = @{
            Names = @()
            Own = @(
                '--type=. Its ticket type: id or name. Required.',
                '--contact=. Who asks: id, e-mail address or external:ID. Required.',
                '--title=. What it is called.',
                '--description=. What it is about; - reads stdin.',
                '+--attribute=@pair What its type asks; once for each.',
                '--company=. The company it is for: id, company:ID or name.',
                '--conversation=. The conversation to link it to.',
                '--assignee=. The admin: id, e-mail or name.',
                '--team=. The team: id or name.',
                '--created-at=. When it was made, if not now.',
                '--skip-notifications,--no-skip-notifications Notify nobody of it.',
                '+--set=@pair Set any field: a.b=value.',
                '--data=@file A JSON object to begin with.',
                '--wait Wait until it is finished.',
                '--wait-for=. Wait this long at most, and longer than not at all.'
            )
            Tail = 4
            About = 'tickets'
            Words = @()
        }
        'tickets change-type' = @{
            Names = @()
            Own = @(
                '--type=. The new type: id or name.',
                '--state=. Its state: id or name.',
                '+--attribute=@pair What its type asks; once for each.'
            )
            Tail = 4
            About = 'tickets'
            Words = @('.')
        }
        'tickets assign' = @{
            Names = @()
            Own = @(
                '--team=. To a team instead: id or name.',
                '--nobody To nobody any more.',
                '--skip-notifications Notify nobody of it.',
                '--admin=. Act as this admin: id, e-mail or name.'
            )
            Tail = 4
            About = 'tickets'
            Words = @('.', '+.')
        }
        'tickets close' = @{
            Names = @()
            Own = @(
                '--skip-notifications Notify nobody of it.',
                '--admin=. Act as this admin: id, e-mail or name.'
            )
            Tail = 4
            About = 'tickets'
            Words = @('+.')
        }
        'tickets open' = @{
            Names = @()
            Own = @(
                '--skip-notifications Notify nobody of it.',
                '--admin=. Act as this admin: id, e-mail or name.'
            )
            Tail = 4
            About = 'tickets'
            Words = @('+.')
        }
        'tickets snooze' = @{
            Names = @()
            Own = @(
                '--until=. 2h, tomorrow 9:00, monday, 2026-12-01T09:00.',
                '--skip-notifications Notify nobody of it.',
                '--admin=. Act as this admin: id, e-mail or name.'
            )
            Tail = 4
            About = 'tickets'
            Words = @('+.')
        }
        'tickets reply' = @{
            Names = @()
            Own = @(
                '--as=. Write as this contact instead.',
                '+--file=@file A file to attach; ten at most.',
                '+--attach-url=. An address to attach; ten at most.',
                '+--option=. A button to answer with; with --as, the one pressed. UUID=TEXT sets its id.',
                '--skip-notifications Notify nobody of it.',
                '--created-at=. When it was said.',
                '--admin=. Act as this admin: id, e-mail or name.'
            )
            Tail = 4
            About = 'tickets'
            Words = @('.', '.')
        }
        'tickets note' = @{
            Names = @()
            Own = @(
                '+--file=@file A file to attach; ten at most.',
                '+--attach-url=. An address to attach; ten at most.',
                '--cross-post Also into the conversations linked to a back-office ticket.',
                '--skip-notifications Notify nobody of it.',
                '--created-at=. When it was said.',
                '--admin=. Act as this admin: id, e-mail or name.'
            )
            Tail = 4
            About = 'tickets'
            Words = @('.', '.')
        }
        'tickets tag' = @{
            Names = @()
            Own = @(
                '--create Make the tag if there is none.',
                '--admin=. Act as this admin: id, e-mail or name.'
            )
            Tail = 4
            About = 'tags'
            Words = @('.', '.')
        }
        'tickets untag' = @{
            Names = @()
            Own = @(
                '--admin=. Act as this admin: id, e-mail or name.'
            )
            Tail = 4
            About = 'tags'
            Words = @('.', '.')
        }
        'trigger' = @{
            Names = @()
            Own = @(
                '--from=. About this record of your workspace.',
                '+--set=@pair Change a value, such as email=a@b.c or data.item.id=5.',
                '--to=. Where to send it.'
            )
            Tail = 13
            About = 'trigger'
            Words = @('.')
        }
        'version' = @{
            Names = @()
            Own = @()
            Tail = 7
            About = 'version'
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
            About = 'visitors'
            Words = @()
        }
        'visitors get' = @{
            Names = @()
            Own = @(
                '--user-id=. The visitor, by your site''s user id. Required.'
            )
            Tail = 3
            About = 'visitors'
            Words = @('.')
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
            Tail = 4
            About = 'visitors'
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
            Tail = 4
            About = 'visitors'
            Words = @()
        }
        'watch' = @{
            Names = @()
            Own = @(
                '--every=. How often to ask, such as 10s or 5m.',
                '--topics=. Only these, such as contact.created,conversation.*',
                '-f,--forward-to=. Send each to this address.',
                '--exec=. Run this for each; {} and {data.item.id} are filled in.',
                '--run=@file Run this workflow for each.',
                '--record=@file Add each to this file; see: intercom replay',
                '--state=@file Where to remember what was seen; a file for each workspace.',
                '--since=. Where the first run begins, such as 1d; it begins now.',
                '--once Ask once and end.'
            )
            Tail = 12
            About = 'watch'
            Words = @('+commands|completion|config|connect|disconnect|doctor|find|listen|open|replay|request|sandbox|schema|status|trigger|version|watch|workflow|workspaces|activity-logs|admins|articles|audiences|away-reasons|banners|brands|calls|collections|companies|contacts|content|content-snippets|content-sources|conversation-attributes|conversations|custom-objects|data-attributes|data-connectors|ecommerce|emails|events|exports|external-pages|fin|fin-voice|folders|help-centers|internal-articles|ip-allowlist|jobs|macros|messages|news-items|newsfeeds|notes|office-hours|office-hours-exceptions|phone-call-redirects|redirects|reports|secure-mode-secrets|segments|subscription-types|tags|teams|ticket-attributes|ticket-states|ticket-types|tickets|visitors|workflows')
        }
        'workflow' = @{
            Names = @(
                'run Run a workflow, or go on with a run that was interrupted.',
                'check Check a workflow, and say on which line what is wrong.',
                'runs List the runs there were, the latest first.',
                'schema Print a JSON Schema of workflow files, for editors.'
            )
            Own = @()
            Tail = 0
            About = 'workflow'
            Words = @()
        }
        'workflow run' = @{
            Names = @()
            Own = @(
                '+--set=@pair An input of the file.',
                '--event=@file The notification that starts it.',
                '--read With --dry-run: do what only reads.',
                '--resume=. Go on with this run; see: workflow runs',
                '+--repeat=. Do this step again.',
                '+--skip=. Take this step for done.',
                '--allow-shell Let its steps run a shell.'
            )
            Tail = 4
            About = 'workflow'
            Words = @('@file')
        }
        'workflow check' = @{
            Names = @()
            Own = @()
            Tail = 5
            About = 'workflow'
            Words = @('@file')
        }
        'workflow runs' = @{
            Names = @()
            Own = @()
            Tail = 7
            About = 'workflow'
            Words = @()
        }
        'workflow schema' = @{
            Names = @()
            Own = @()
            Tail = 7
            About = 'workflow'
            Words = @()
        }
        'workflows' = @{
            Names = @(
                'export Show everything a workflow is made of, as JSON.'
            )
            Own = @()
            Tail = 0
            About = 'workflows'
            Words = @()
        }
        'workflows export' = @{
            Names = @()
            Own = @(
                '--to=@file Where to save it; - for standard output.',
                '--force Replace a file that is there.'
            )
            Tail = 3
            About = 'workflows'
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
            About = 'workspaces'
            Words = @()
        }
        'workspaces list' = @{
            Names = @()
            Own = @()
            Tail = 7
            About = 'workspaces'
            Words = @()
        }
        'workspaces use' = @{
            Names = @()
            Own = @()
            Tail = 8
            About = 'workspaces'
            Words = @('@workspace')
        }
        'workspaces rename' = @{
            Names = @()
            Own = @()
            Tail = 8
            About = 'workspaces'
            Words = @('@workspace', '.')
        }
        'workspaces show' = @{
            Names = @()
            Own = @()
            Tail = 7
            About = 'workspaces'
            Words = @('@workspace')
        }
    }
    Fields = @{
        'activity-logs' = @('id:i', 'performed_by.id:i', 'performed_by.email:s', 'performed_by.ip:s', 'activity_type:s', 'activity_description:s', 'created_at:d')
        'admins' = @('id:i', 'name:s', 'email:s', 'job_title:s', 'away_mode_enabled:b', 'has_inbox_seat:b')
        'articles' = @('id:i', 'title:s', 'description:s', 'body:s', 'state:s=published|draft', 'author_id:i', 'parent_ids:i', 'url:s', 'has_unpublished_changes:b', 'created_at:d', 'updated_at:d', 'author:i-/', 'collection:i-/')
        'articles version' = @('id:.', 'title:.', 'state:.', 'created_by_id:.', 'created_via:.', 'created_at:.')
        'articles versions' = @('id:.', 'title:.', 'state:.', 'created_by_id:.', 'created_via:.', 'created_at:.')
        'audiences' = @('id:i', 'name:s', 'created_at:d', 'updated_at:d', 'predicates:.')
        'away-reasons' = @('id:i', 'label:s', 'deleted:b', 'emoji:.')
        'banners' = @('view_id:.', 'title:.', 'body:.', 'style:.', 'position:.', 'show_dismiss_button:.')
        'brands' = @('id:i', 'name:s', 'is_default:b', 'help_center_id:.', 'default_address_settings_id:.')
        'calls' = @('id:i', 'state:i', 'direction:i=inbound|outbound', 'call_type:i', 'ended_reason:i', 'phone:s', 'contact_id:i', 'admin_id:i', 'conversation_id:i', 'initiated_at:d', 'created_at:d', 'talked:.')
        'collections' = @('id:i', 'name:s', 'description:s', 'parent_id:i', 'help_center_id:i', 'order:n', 'created_at:d', 'updated_at:d')
        'companies' = @('id:i', 'name:s', 'company_id:s', 'website:s', 'industry:s', 'plan.name:s', 'plan.id:s', 'created_at:d', 'updated_at:d', 'remote_created_at:d', 'last_request_at:d', 'size:n', 'monthly_spend:n', 'session_count:n', 'user_count:n', 'tag_id:t-', 'segment_id:i-', 'plan:o/', 'tags:i/', 'segments:i/', 'notes:i/', 'tag:t-/', 'segment:i-/', 'tags.:c/', 'segments.:c/', 'notes.:c/', 'custom_attributes.:c/')
        'contacts' = @('id:i', 'role:i=user|lead', 'owner_id:i', 'segment_id:i-', 'name:s', 'avatar:s', 'email:s', 'email_domain:s', 'phone:s', 'formatted_phone:s-', 'external_id:s', 'language_override:s', 'browser:s', 'browser_language:s', 'os:s', 'location.country:s', 'location.region:s', 'location.city:s', 'ios_app_version:s', 'ios_device:s', 'ios_app_device:s-', 'ios_os_version:s', 'ios_app_name:s', 'ios_sdk_version:s', 'android_app_version:s', 'android_device:s', 'android_app_name:s', 'created_at:d', 'signed_up_at:d', 'updated_at:d', 'last_seen_at:d', 'last_contacted_at:d', 'last_replied_at:d', 'last_email_opened_at:d', 'last_email_clicked_at:d', 'ios_last_seen_at:d', 'android_last_seen_at:d', 'unsubscribed_from_emails:b', 'marked_email_as_spam:b', 'has_hard_bounced:b', 'tag_id:t-', 'location:o/', 'tags:i/', 'companies:i/', 'notes:i/', 'social_profiles:i/', 'owner:i-/', 'tag:t-/', 'segment:i-/', 'company:i-/', 'tags.:c/', 'companies.:c/', 'notes.:c/', 'social_profiles.:c/', 'custom_attributes.:c/')
        'content' = @('type:.', 'id:.', 'title:.', 'contents.locale:.', 'contents.id:.')
        'content-snippets' = @('id:i', 'title:s', 'body_markdown:s', 'locale:s', 'ai_chatbot_availability:b', 'ai_copilot_availability:b', 'ai_sales_agent_availability:b', 'created_at:d', 'updated_at:d')
        'content-sources' = @('id:i', 'url:s', 'sync_behavior:s=api|automatic|manual', 'status:s=active|deactivated', 'created_at:d', 'updated_at:d', 'last_synced_at:d')
        'conversation-attributes' = @('id:i', 'name:s', 'description:s', 'data_type:s=string|integer|list|decimal|boolean|datetime|relationship|files', 'required:b', 'archived:b', 'options.label:.')
        'conversations' = @('id:i', 'state:i=open|closed|snoozed', 'priority:i=none|low|medium|high|urgent', 'contact_ids:i-', 'teammate_ids:i-', 'tag_ids:i-', 'channel_initiated:i-', 'source.type:i=conversation|email|facebook|instagram|phone_call|phone_switch|push|sms|twitter|whatsapp', 'source.id:i', 'source.delivered_as:i', 'source.author.id:i', 'source.author.type:i', 'statistics.last_closed_by_id:i', 'conversation_rating.contact_id:i-', 'conversation_rating.admin_id:i-', 'ai_agent.resolution_state:i=assumed_resolution|confirmed_resolution|escalated|negative_feedback|procedure_handoff', 'ai_agent.last_answer_type:i=ai_answer|custom_answer', 'ai_agent.source_type:i=essentials_plan_setup|profile|workflow|workflow_preview|fin_preview', 'source.subject:s', 'source.body:s', 'source.author.name:s', 'source.author.email:s', 'source.url:s', 'conversation_rating.remark:s', 'ai_agent.rating_remark:s', 'ai_agent.source_title:s', 'created_at:d', 'updated_at:d', 'waiting_since:d', 'snoozed_until:d', 'statistics.first_contact_reply_at:d', 'statistics.first_assignment_at:d', 'statistics.first_admin_reply_at:d', 'statistics.first_close_at:d', 'statistics.last_assignment_at:d', 'statistics.last_assignment_admin_reply_at:d', 'statistics.last_contact_reply_at:d', 'statistics.last_admin_reply_at:d', 'statistics.last_close_at:d', 'admin_assignee_id:i', 'team_assignee_id:i', 'statistics.time_to_assignment:n', 'statistics.time_to_admin_reply:n', 'statistics.time_to_first_close:n', 'statistics.time_to_last_close:n', 'statistics.median_time_to_reply:n', 'statistics.count_reopens:n', 'statistics.count_assignments:n', 'statistics.count_conversation_parts:n', 'conversation_rating.score:n-', 'ai_agent.rating:n', 'open:b', 'read:b', 'ai_agent_participated:b', 'title:s/', 'subject:s/', 'source:o/', 'sla_applied:o/', 'conversation_rating:o/', 'ai_agent:o/', 'company:o/', 'tags:i/', 'contacts:i/', 'teammates:i/', 'linked_objects:i/', 'assigned:i-/', 'assignee:i-/', 'team:i-/', 'teammate:i-/', 'tag:i-/', 'contact:i-/', 'tags.:c/', 'contacts.:c/', 'teammates.:c/', 'linked_objects.:c/', 'sla_applied.:c/', 'custom_attributes.:c/')
        'conversations deleted' = @('id:.', 'deleted_at:.', 'metrics_retained:.')
        'conversations handling-events' = @('teammate.name:.', 'type:.', 'reason:.', 'timestamp:.')
        'conversations side-conversations' = @('side_conversation_id:.', 'total_count:.', 'conversation_parts.0.author.name:.', 'conversation_parts.0.created_at:.', 'conversation_parts.0.body:.')
        'custom-objects' = @('id:i', 'external_id:s', 'created_at:d', 'updated_at:d', 'external_created_at:d', 'external_updated_at:d', 'custom_attributes:c', 'custom_attributes.:c/')
        'data-attributes' = @('id:.', 'model:.', 'name:.', 'label:.', 'data_type:.', 'custom:.', 'archived:.')
        'data-connectors' = @('id:i', 'name:s', 'description:s', 'state:s=draft|live', 'http_method:s=get|post|put|delete|patch', 'direct_fin_usage:b', 'created_by_admin_id:i', 'updated_by_admin_id:i', 'updated_at:.')
        'data-connectors run' = @('id:.', 'created_at:.', 'success:.', 'http_status:.', 'execution_time_ms:.', 'error_type:.', 'source_type:.', 'conversation_id:.')
        'data-connectors runs' = @('id:.', 'created_at:.', 'success:.', 'http_status:.', 'execution_time_ms:.', 'error_type:.', 'source_type:.', 'conversation_id:.')
        'ecommerce' = @('import_job_id:.', 'status:.', 'next_part_number:.')
        'emails' = @('id:i', 'email:s', 'domain:s', 'verified:b', 'brand_id:i', 'forwarding_enabled:b', 'forwarded_email_last_received_at:d')
        'events' = @('event_name:s', 'created_at:d', 'metadata:.')
        'exports' = @('job_identifier:.', 'status:.', 'download_expires_at:.')
        'external-pages' = @('id:i', 'title:s', 'html:s', 'url:s', 'source_id:i', 'external_id:i', 'locale:s=en', 'fin_availability:b', 'created_at:d', 'updated_at:d', 'last_ingested_at:d')
        'fin' = @('conversation_id:.', 'user_id:.', 'status:.', 'created_at_ms:.')
        'fin-voice' = @('id:.', 'status:.', 'user_phone_number:.', 'external_call_id:.', 'intercom_call_id:.', 'intercom_conversation_id:.')
        'folders' = @('id:i', 'name:s', 'description:s', 'parent_folder_id:i', 'content_count:n', 'created_at:d', 'updated_at:d', 'emoji:.')
        'help-centers' = @('id:i', 'display_name:s', 'identifier:s', 'url:s', 'website_turned_on:b', 'locales:s', 'default:.')
        'internal-articles' = @('id:i', 'title:s', 'body:s', 'author_id:i', 'owner_id:i', 'locale:s', 'created_at:d', 'updated_at:d')
        'ip-allowlist' = @('enabled:.', 'ip_allowlist:.')
        'jobs' = @('id:.', 'status:.', 'resource_type:.', 'resource_id:.')
        'macros' = @('id:i', 'name:s', 'body_text:s', 'visible_to:s=everyone|specific_teams', 'visible_to_team_ids:i', 'available_on:s=inbox|messenger', 'updated_at:.')
        'messages' = @('id:.', 'message_type:.', 'owner.name:.', 'body:.', 'created_at:.')
        'news-items' = @('id:i', 'title:s', 'body:s', 'state:s=draft|live', 'sender_id:i', 'labels:s', 'deliver_silently:b', 'created_at:d', 'updated_at:d', 'newsfeed_assignments.newsfeed_id:.')
        'newsfeeds' = @('id:i', 'name:s', 'created_at:d', 'updated_at:d')
        'newsfeeds items' = @('id:.', 'title:.', 'state:.', 'newsfeed_assignments.newsfeed_id:.', 'sender_id:.', 'updated_at:.')
        'notes' = @('id:.', 'created_at:.', 'author.name:.', 'body:.')
        'office-hours' = @('id:.', 'name:.', 'time_zone_name:.', 'time_intervals:.')
        'office-hours-exceptions' = @('id:.', 'exception_date:.', 'name:.', 'time_intervals:.', 'recurring_annually:.')
        'phone-call-redirects' = @('phone:.', 'url:.')
        'redirects' = @('id:i', 'from_url:s', 'target_type:s=article|collection', 'target_id:i', 'locale:s', 'created_at:d', 'updated_at:d')
        'reports' = @('job_identifier:.', 'status:.', 'download_expires_at:.')
        'secure-mode-secrets' = @('id:.', 'name:.', 'supports_web:.', 'supports_ios:.', 'supports_android:.', 'created_at:.')
        'segments' = @('id:.', 'name:.', 'person_type:.', 'updated_at:.')
        'subscription-types' = @('id:i', 'state:s=live|draft|archived', 'consent_type:s=opt_out|opt_in', 'default_translation.name:s')
        'tags' = @('id:i', 'name:s')
        'teams' = @('id:i', 'name:s', 'distribution_method:s', 'admin_ids:.', 'admin_ids:.', 'assignment_limit:.')
        'ticket-attributes' = @('id:i', 'name:s', 'data_type:i=string|list|integer|decimal|boolean|datetime|files', 'archived:b', 'required_to_create:b', 'visible_to_contacts:b', 'input_options.list_options:.')
        'ticket-states' = @('id:i', 'internal_label:s', 'external_label:s', 'category:i=submitted|in_progress|waiting_on_customer|resolved', 'archived:b', 'ticket_types:.')
        'ticket-types' = @('id:i', 'name:s', 'category:i=Customer|Back-office|Tracker', 'archived:b', 'is_internal:b', 'icon:.', 'ticket_type_attributes:.', 'description:.')
        'tickets' = @('id:i', 'title:s-', 'description:s-', 'state:i-', 'category:i-=request|task|tracker', 'ticket_type_id:i-', 'open:b', 'contact_ids:i-', 'admin_assignee_id:i', 'team_assignee_id:i', 'teammate_ids:i-', 'created_at:d', 'updated_at:d', 'snoozed_until:d', 'ticket_id:i/', 'is_shared:b/', 'previous_ticket_state_id:i/', 'ticket_state_internal_label:s/', 'contacts:i/', 'linked_objects:i/', 'assigned:i-/', 'type:i-/', 'assignee:i-/', 'team:i-/', 'teammate:i-/', 'contact:i-/', 'ticket_attributes.:c/', 'ticket_state.:c/', 'ticket_type.:c/', 'contacts.:c/', 'linked_objects.:c/', 'ticket_attributes._default_title_:.', 'ticket_type.name:.', 'ticket_state.internal_label:.')
        'visitors' = @('id:.', 'user_id:.', 'name:.', 'created_at:.', 'last_request_at:.', 'session_count:.')
        'workflows' = @('workflow.id:.', 'workflow.title:.')
    }
    Kinds = @{
        s = @('=', '!=', '~', '!~', '^', '$', 'in', 'not', 'is'), @('in'), @()
        i = @('=', '!=', 'in', 'not', 'is'), @('in'), @()
        t = @('=', '!=', 'in', 'not', 'is'), @('in'), @()
        b = @('=', '!=', 'in', 'not', 'is'), @('in'), @('true', 'false')
        n = @('=', '!=', '<', '<=', '>', '>=', 'in', 'between', 'not', 'is'), @('in', 'between'), @()
        d = @('=', '!=', '<', '<=', '>', '>=', 'in', 'between', 'not', 'is'), @('in', 'between'), @('today', 'yesterday', '7d', '30d')
        o = @('is'), @(), @()
        c = @('=', '!=', '~', '!~', '^', '$', '<', '<=', '>', '>=', 'in', 'between', 'not', 'is'), @('in', 'between'), @()
    }
}

# What can follow the beginning of an expression of --where: whole texts, and what each ends with.
# Its fields are written  NAME:KIND[-][/][=VALUE|VALUE...]  where - marks what --fields and / what
# --sort lacks.
$global:IntercomCompletion.Step = {
    param($state, $piece)
    switch -Regex ($state + ':' + $piece) {
        '^field:(\(|not)$' { return 'field' }
        '^field:' { return 'sign' }
        '^(sign|not):in$' { return 'open' }
        '^(sign|not):between$' { return 'low' }
        '^sign:not$' { return 'not' }
        '^sign:is$' { return 'is' }
        '^is:not$' { return 'null' }
        '^(open:\(|more:,)$' { return 'item' }
        '^item:' { return 'more' }
        '^low:' { return 'both' }
        '^both:ago$' { return 'both' }
        '^(sign|both):' { return 'value' }
        '^after:(ago|\))$' { return 'after' }
        '^after:' { return 'field' }
        default { return 'after' }
    }
}
$global:IntercomCompletion.Expression = {
    param($text, $fields)
    $known = $global:IntercomCompletion
    $state = 'field'
    $name = ''
    $here = ''
    $bare = '[^\s=<>~^$!(),"'']+'
    $rest = $text.TrimStart()
    while ($rest) {
        if ($rest -notmatch ('^("[^"]*"|''[^'']*''|[!<>]=|!~|[=<>~^$(),]|' + $bare + ')')) { return }
        $piece = $Matches[0]
        if (($piece -ceq $rest) -and ($piece -match ('^' + $bare + '$'))) {
            $here = $piece
            break
        }
        $rest = $rest.Substring($piece.Length).TrimStart()
        $before = $state
        $state = & $known.Step $before $piece
        if (($before -ceq 'field') -and ($state -ceq 'sign')) { $name = $piece.Trim('"''') }
    }
    $kind = 'c'
    $values = @()
    foreach ($field in $fields) {
        $called, $code = $field.Split(':', 2)
        if ($called -ceq $name) {
            $kind = $code.Substring(0, 1)
            if ($code.Contains('=')) { $values = $code.Substring($code.IndexOf('=') + 1).Split('|') }
        }
    }
    $signs, $negated, $usual = $known.Kinds[$kind]
    if ($values.Count -eq 0) { $values = @($usual) }
    $words = switch ($state) {
        'field' { $fields | Where-Object { $_ -notmatch ':[.]' } | ForEach-Object { $_.Split(':')[0] } }
        'sign' { $signs }
        'not' { $negated }
        'is' { 'null', 'not' }
        'null' { 'null' }
        'open' { '(' }
        'more' { ',', ')' }
        'both' { 'and' }
        'after' { 'and', 'or' }
        default { $values }
    }
    $start = $text.Substring(0, $text.Length - $here.Length)
    if (($state -ceq 'after') -and ($start -match '[)"'']$')) { $start += ' ' }
    foreach ($word in $words) {
        if ($word.StartsWith($here, [System.StringComparison]::Ordinal)) { , @(($start + $word), $word) }
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
    $fields = @($known.Fields[$row.About])
    if (($kind -ceq '@where') -or ($kind -ceq '@sort')) { $fields = @($known.Fields[$path.Split(' ')[0]]) }
    $fields = @($fields | Where-Object { $_ })
    if (($kind -ceq '@fields') -or ($kind -ceq '@groups')) {
        $lead = $lead + $value.Substring(0, $value.LastIndexOf(',') + 1)
        $last = $value.Substring($value.LastIndexOf(',') + 1)
        foreach ($field in $fields) {
            $name = $field.Split(':')[0].TrimEnd('.')
            if ($field -notmatch ':.-') { $offers += , @(($lead + $name), $name) }
            if (($kind -ceq '@groups') -and ($field -cmatch ':d$') -and $last.StartsWith($name + ':')) {
                foreach ($span in 'day week month year'.Split(' ')) {
                    $offers += , @(($lead + $name + ':' + $span), $span)
                }
            }
        }
    } elseif ($kind -ceq '@sort') {
        if ($value.StartsWith('-')) { $lead = $lead + '-' }
        foreach ($field in $fields) {
            $name = $field.Split(':')[0]
            if ($field -notmatch ':[.]|[.]:|^[^=]*/') { $offers += , @(($lead + $name), $name) }
        }
    } elseif ($kind -ceq '@where') {
        # What is offered stands in quotes, which are begun where there are none.
        $quote = ''''
        if ($value -match '^["'']') {
            $quote = $value.Substring(0, 1)
            $value = $value.Substring(1)
        }
        foreach ($found in @(& $known.Expression $value $fields)) {
            $offers += , @(($lead + $quote + $found[0]), $found[1])
        }
        $wordToComplete = ''
    } elseif ($kind -ceq '@workspace') {
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
