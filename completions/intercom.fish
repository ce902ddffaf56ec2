# Completion for intercom in fish 3.1 and later.
# Made from the commands themselves by: intercom completion fish
# It starts no program: all it knows is below, and in workspaces.txt beside config.toml.
#
# An option is written  [+]FLAG[,FLAG...][=VALUE]  and a word a command takes  [+]VALUE, where +
# marks what may be repeated, and VALUE is the choices a|b, or . for anything, or what kind it is.

set -g __intercom_shared_0 \
    '-o,--output=table|json|ndjson|csv|tsv|yaml|ids'\t'Format; see: intercom help output' \
    '+--fields=@fields'\t'Only these; ? lists them.' \
    '--jq=.'\t'Filter the result with jq.' \
    '-r,--raw'\t'With --jq: strings without quotes.' \
    '--wide'\t'Tables with every column, nothing cut.' \
    '--pager'\t'Through your pager; see: intercom help output' \
    '--guard-formulas'\t'With -o csv or tsv: no text is a formula.' \
    '--bom'\t'With -o csv: start with a byte order mark, for spreadsheets.' \
    '--count'\t'Print only the count.' \
    '+--group-by=@groups'\t'Count by fields; dates take :day, :week, :month or :year.' \
    '--top=.'\t'Show only the N largest groups.' \
    '+--stat=.'\t'Mean, median, p90, sum, min or max of a number in each group.' \
    '--explain'\t'Show what is asked of Intercom for --where, and its cost.' \
    '-n,--dry-run'\t'Show the request, send nothing.' \
    '--plan'\t'Show what would change, by reading; write nothing.' \
    '-y,--yes'\t'Do not ask for confirmation.' \
    '--no-validate'\t'Send fields that are not known here.' \
    '-w,--workspace=@workspace'\t'Which workspace; the default one.' \
    '--api-version=.'\t'Version of the API; 2.16.' \
    '--timeout=.'\t'To wait for an answer.' \
    '--max-wait=.'\t'To wait for the rate limit.' \
    '-q,--quiet'\t'Say nothing but errors.' \
    '-v,--verbose'\t'Say how many requests it took.' \
    '--debug'\t'Show requests and answers.' \
    '--no-input'\t'Never ask; exit 3 instead.' \
    '--color=auto|always|never'\t'When to use colour.' \
    '-h,--help'\t'Show help.'
set -g __intercom_shared_1 \
    '--count'\t'Print only the count.' \
    '+--group-by=@groups'\t'Count by fields; dates take :day, :week, :month or :year.' \
    '--top=.'\t'Show only the N largest groups.' \
    '+--stat=.'\t'Mean, median, p90, sum, min or max of a number in each group.' \
    '-o,--output=table|json|ndjson|csv|tsv|yaml|ids'\t'Format; see: intercom help output' \
    '+--fields=@fields'\t'Only these; ? lists them.' \
    '--jq=.'\t'Filter the result with jq.' \
    '-r,--raw'\t'With --jq: strings without quotes.' \
    '--wide'\t'Tables with every column, nothing cut.' \
    '--pager'\t'Through your pager; see: intercom help output' \
    '--guard-formulas'\t'With -o csv or tsv: no text is a formula.' \
    '--bom'\t'With -o csv: start with a byte order mark, for spreadsheets.' \
    '--explain'\t'Show what is asked of Intercom for --where, and its cost.' \
    '-w,--workspace=@workspace'\t'Which workspace; the default one.' \
    '--api-version=.'\t'Version of the API; 2.16.' \
    '--timeout=.'\t'To wait for an answer.' \
    '--max-wait=.'\t'To wait for the rate limit.' \
    '-q,--quiet'\t'Say nothing but errors.' \
    '-v,--verbose'\t'Say how many requests it took.' \
    '--debug'\t'Show requests and answers.' \
    '--no-input'\t'Never ask; exit 3 instead.' \
    '--color=auto|always|never'\t'When to use colour.' \
    '-h,--help'\t'Show help.'
set -g __intercom_shared_2 \
    '--count'\t'Print only the count.' \
    '+--group-by=@groups'\t'Count by fields; dates take :day, :week, :month or :year.' \
    '--top=.'\t'Show only the N largest groups.' \
    '+--stat=.'\t'Mean, median, p90, sum, min or max of a number in each group.' \
    '-o,--output=table|json|ndjson|csv|tsv|yaml|ids'\t'Format; see: intercom help output' \
    '+--fields=@fields'\t'Only these; ? lists them.' \
    '--jq=.'\t'Filter the result with jq.' \
    '-r,--raw'\t'With --jq: strings without quotes.' \
    '--wide'\t'Tables with every column, nothing cut.' \
    '--pager'\t'Through your pager; see: intercom help output' \
    '--guard-formulas'\t'With -o csv or tsv: no text is a formula.' \
    '--bom'\t'With -o csv: start with a byte order mark, for spreadsheets.' \
    '-w,--workspace=@workspace'\t'Which workspace; the default one.' \
    '--api-version=.'\t'Version of the API; 2.16.' \
    '--timeout=.'\t'To wait for an answer.' \
    '--max-wait=.'\t'To wait for the rate limit.' \
    '-q,--quiet'\t'Say nothing but errors.' \
    '-v,--verbose'\t'Say how many requests it took.' \
    '--debug'\t'Show requests and answers.' \
    '--no-input'\t'Never ask; exit 3 instead.' \
    '--color=auto|always|never'\t'When to use colour.' \
    '-h,--help'\t'Show help.'
set -g __intercom_shared_3 \
    '-o,--output=table|json|ndjson|csv|tsv|yaml|ids'\t'Format; see: intercom help output' \
    '+--fields=@fields'\t'Only these; ? lists them.' \
    '--jq=.'\t'Filter the result with jq.' \
    '-r,--raw'\t'With --jq: strings without quotes.' \
    '--wide'\t'Tables with every column, nothing cut.' \
    '--pager'\t'Through your pager; see: intercom help output' \
    '--guard-formulas'\t'With -o csv or tsv: no text is a formula.' \
    '--bom'\t'With -o csv: start with a byte order mark, for spreadsheets.' \
    '-w,--workspace=@workspace'\t'Which workspace; the default one.' \
    '--api-version=.'\t'Version of the API; 2.16.' \
    '--timeout=.'\t'To wait for an answer.' \
    '--max-wait=.'\t'To wait for the rate limit.' \
    '-q,--quiet'\t'Say nothing but errors.' \
    '-v,--verbose'\t'Say how many requests it took.' \
    '--debug'\t'Show requests and answers.' \
    '--no-input'\t'Never ask; exit 3 instead.' \
    '--color=auto|always|never'\t'When to use colour.' \
    '-h,--help'\t'Show help.'
set -g __intercom_shared_4 \
    '-o,--output=table|json|ndjson|csv|tsv|yaml|ids'\t'Format; see: intercom help output' \
    '+--fields=@fields'\t'Only these; ? lists them.' \
    '--jq=.'\t'Filter the result with jq.' \
    '-r,--raw'\t'With --jq: strings without quotes.' \
    '-n,--dry-run'\t'Show the request, send nothing.' \
    '--plan'\t'Show what would change, by reading; write nothing.' \
    '-y,--yes'\t'Do not ask for confirmation.' \
    '--no-validate'\t'Send fields that are not known here.' \
    '-w,--workspace=@workspace'\t'Which workspace; the default one.' \
    '--api-version=.'\t'Version of the API; 2.16.' \
    '--timeout=.'\t'To wait for an answer.' \
    '--max-wait=.'\t'To wait for the rate limit.' \
    '-q,--quiet'\t'Say nothing but errors.' \
    '-v,--verbose'\t'Say how many requests it took.' \
    '--debug'\t'Show requests and answers.' \
    '--no-input'\t'Never ask; exit 3 instead.' \
    '--color=auto|always|never'\t'When to use colour.' \
    '-h,--help'\t'Show help.'
set -g __intercom_shared_5 \
    '-o,--output=table|json|ndjson|csv|tsv|yaml|ids'\t'Format; see: intercom help output' \
    '+--fields=@fields'\t'Only these; ? lists them.' \
    '--jq=.'\t'Filter the result with jq.' \
    '-r,--raw'\t'With --jq: strings without quotes.' \
    '-w,--workspace=@workspace'\t'Which workspace; the default one.' \
    '--api-version=.'\t'Version of the API; 2.16.' \
    '--timeout=.'\t'To wait for an answer.' \
    '--max-wait=.'\t'To wait for the rate limit.' \
    '-q,--quiet'\t'Say nothing but errors.' \
    '-v,--verbose'\t'Say how many requests it took.' \
    '--debug'\t'Show requests and answers.' \
    '--no-input'\t'Never ask; exit 3 instead.' \
    '--color=auto|always|never'\t'When to use colour.' \
    '-h,--help'\t'Show help.'
set -g __intercom_shared_6 \
    '-w,--workspace=@workspace'\t'Which workspace; the default one.' \
    '--api-version=.'\t'Version of the API; 2.16.' \
    '--timeout=.'\t'To wait for an answer.' \
    '--max-wait=.'\t'To wait for the rate limit.' \
    '-q,--quiet'\t'Say nothing but errors.' \
    '-v,--verbose'\t'Say how many requests it took.' \
    '--debug'\t'Show requests and answers.' \
    '--no-input'\t'Never ask; exit 3 instead.' \
    '--color=auto|always|never'\t'When to use colour.' \
    '-h,--help'\t'Show help.'
set -g __intercom_shared_7 \
    '-o,--output=table|json|ndjson|csv|tsv|yaml|ids'\t'Format; see: intercom help output' \
    '+--fields=@fields'\t'Only these; ? lists them.' \
    '--jq=.'\t'Filter the result with jq.' \
    '-r,--raw'\t'With --jq: strings without quotes.' \
    '-q,--quiet'\t'Say nothing but errors.' \
    '-v,--verbose'\t'Say how many requests it took.' \
    '--debug'\t'Show requests and answers.' \
    '--no-input'\t'Never ask; exit 3 instead.' \
    '--color=auto|always|never'\t'When to use colour.' \
    '-h,--help'\t'Show help.'
set -g __intercom_shared_8 \
    '-q,--quiet'\t'Say nothing but errors.' \
    '-v,--verbose'\t'Say how many requests it took.' \
    '--debug'\t'Show requests and answers.' \
    '--no-input'\t'Never ask; exit 3 instead.' \
    '--color=auto|always|never'\t'When to use colour.' \
    '-h,--help'\t'Show help.'
set -g __intercom_shared_9 \
    '-o,--output=table|json|ndjson|csv|tsv|yaml|ids'\t'Format; see: intercom help output' \
    '+--fields=@fields'\t'Only these; ? lists them.' \
    '--jq=.'\t'Filter the result with jq.' \
    '-r,--raw'\t'With --jq: strings without quotes.' \
    '--wide'\t'Tables with every column, nothing cut.' \
    '--pager'\t'Through your pager; see: intercom help output' \
    '--guard-formulas'\t'With -o csv or tsv: no text is a formula.' \
    '--bom'\t'With -o csv: start with a byte order mark, for spreadsheets.' \
    '--explain'\t'Show what is asked of Intercom for --where, and its cost.' \
    '-w,--workspace=@workspace'\t'Which workspace; the default one.' \
    '--api-version=.'\t'Version of the API; 2.16.' \
    '--timeout=.'\t'To wait for an answer.' \
    '--max-wait=.'\t'To wait for the rate limit.' \
    '-q,--quiet'\t'Say nothing but errors.' \
    '-v,--verbose'\t'Say how many requests it took.' \
    '--debug'\t'Show requests and answers.' \
    '--no-input'\t'Never ask; exit 3 instead.' \
    '--color=auto|always|never'\t'When to use colour.' \
    '-h,--help'\t'Show help.'
set -g __intercom_shared_10 \
    '-n,--dry-run'\t'Show the request, send nothing.' \
    '--plan'\t'Show what would change, by reading; write nothing.' \
    '-y,--yes'\t'Do not ask for confirmation.' \
    '--no-validate'\t'Send fields that are not known here.' \
    '-w,--workspace=@workspace'\t'Which workspace; the default one.' \
    '--api-version=.'\t'Version of the API; 2.16.' \
    '--timeout=.'\t'To wait for an answer.' \
    '--max-wait=.'\t'To wait for the rate limit.' \
    '-q,--quiet'\t'Say nothing but errors.' \
    '-v,--verbose'\t'Say how many requests it took.' \
    '--debug'\t'Show requests and answers.' \
    '--no-input'\t'Never ask; exit 3 instead.' \
    '--color=auto|always|never'\t'When to use colour.' \
    '-h,--help'\t'Show help.'
set -g __intercom_shared_11 \
    '--count'\t'Print only the count.' \
    '+--group-by=@groups'\t'Count by fields; dates take :day, :week, :month or :year.' \
    '--top=.'\t'Show only the N largest groups.' \
    '+--stat=.'\t'Mean, median, p90, sum, min or max of a number in each group.' \
    '-o,--output=table|json|ndjson|csv|tsv|yaml|ids'\t'Format; see: intercom help output' \
    '+--fields=@fields'\t'Only these; ? lists them.' \
    '--jq=.'\t'Filter the result with jq.' \
    '-r,--raw'\t'With --jq: strings without quotes.' \
    '-n,--dry-run'\t'Show the request, send nothing.' \
    '-w,--workspace=@workspace'\t'Which workspace; the default one.' \
    '--api-version=.'\t'Version of the API; 2.16.' \
    '--timeout=.'\t'To wait for an answer.' \
    '--max-wait=.'\t'To wait for the rate limit.' \
    '-q,--quiet'\t'Say nothing but errors.' \
    '-v,--verbose'\t'Say how many requests it took.' \
    '--debug'\t'Show requests and answers.' \
    '--no-input'\t'Never ask; exit 3 instead.' \
    '--color=auto|always|never'\t'When to use colour.' \
    '-h,--help'\t'Show help.'
set -g __intercom_shared_12 \
    '-o,--output=table|json|ndjson|csv|tsv|yaml|ids'\t'Format; see: intercom help output' \
    '+--fields=@fields'\t'Only these; ? lists them.' \
    '--jq=.'\t'Filter the result with jq.' \
    '-r,--raw'\t'With --jq: strings without quotes.' \
    '-y,--yes'\t'Do not ask for confirmation.' \
    '-w,--workspace=@workspace'\t'Which workspace; the default one.' \
    '--api-version=.'\t'Version of the API; 2.16.' \
    '--timeout=.'\t'To wait for an answer.' \
    '--max-wait=.'\t'To wait for the rate limit.' \
    '-q,--quiet'\t'Say nothing but errors.' \
    '-v,--verbose'\t'Say how many requests it took.' \
    '--debug'\t'Show requests and answers.' \
    '--no-input'\t'Never ask; exit 3 instead.' \
    '--color=auto|always|never'\t'When to use colour.' \
    '-h,--help'\t'Show help.'
set -g __intercom_shared_13 \
    '-o,--output=table|json|ndjson|csv|tsv|yaml|ids'\t'Format; see: intercom help output' \
    '+--fields=@fields'\t'Only these; ? lists them.' \
    '--jq=.'\t'Filter the result with jq.' \
    '-r,--raw'\t'With --jq: strings without quotes.' \
    '-n,--dry-run'\t'Show the request, send nothing.' \
    '-w,--workspace=@workspace'\t'Which workspace; the default one.' \
    '--api-version=.'\t'Version of the API; 2.16.' \
    '--timeout=.'\t'To wait for an answer.' \
    '--max-wait=.'\t'To wait for the rate limit.' \
    '-q,--quiet'\t'Say nothing but errors.' \
    '-v,--verbose'\t'Say how many requests it took.' \
    '--debug'\t'Show requests and answers.' \
    '--no-input'\t'Never ask; exit 3 instead.' \
    '--color=auto|always|never'\t'When to use colour.' \
    '-h,--help'\t'Show help.'
set -g __intercom_shared_14 \
    '--count'\t'Print only the count.' \
    '+--group-by=@groups'\t'Count by fields; dates take :day, :week, :month or :year.' \
    '--top=.'\t'Show only the N largest groups.' \
    '+--stat=.'\t'Mean, median, p90, sum, min or max of a number in each group.' \
    '-o,--output=table|json|ndjson|csv|tsv|yaml|ids'\t'Format; see: intercom help output' \
    '+--fields=@fields'\t'Only these; ? lists them.' \
    '--jq=.'\t'Filter the result with jq.' \
    '-r,--raw'\t'With --jq: strings without quotes.' \
    '--wide'\t'Tables with every column, nothing cut.' \
    '--pager'\t'Through your pager; see: intercom help output' \
    '--guard-formulas'\t'With -o csv or tsv: no text is a formula.' \
    '--bom'\t'With -o csv: start with a byte order mark, for spreadsheets.' \
    '-n,--dry-run'\t'Show the request, send nothing.' \
    '--plan'\t'Show what would change, by reading; write nothing.' \
    '-y,--yes'\t'Do not ask for confirmation.' \
    '--no-validate'\t'Send fields that are not known here.' \
    '-w,--workspace=@workspace'\t'Which workspace; the default one.' \
    '--api-version=.'\t'Version of the API; 2.16.' \
    '--timeout=.'\t'To wait for an answer.' \
    '--max-wait=.'\t'To wait for the rate limit.' \
    '-q,--quiet'\t'Say nothing but errors.' \
    '-v,--verbose'\t'Say how many requests it took.' \
    '--debug'\t'Show requests and answers.' \
    '--no-input'\t'Never ask; exit 3 instead.' \
    '--color=auto|always|never'\t'When to use colour.' \
    '-h,--help'\t'Show help.'
set -g __intercom_shared_15 \
    '-n,--dry-run'\t'Show the request, send nothing.' \
    '--plan'\t'Show what would change, by reading; write nothing.' \
    '-y,--yes'\t'Do not ask for confirmation.' \
    '--no-validate'\t'Send fields that are not known here.' \
    '-q,--quiet'\t'Say nothing but errors.' \
    '-v,--verbose'\t'Say how many requests it took.' \
    '--debug'\t'Show requests and answers.' \
    '--no-input'\t'Never ask; exit 3 instead.' \
    '--color=auto|always|never'\t'When to use colour.' \
    '-h,--help'\t'Show help.'
set -g __intercom_help \
    'activity-logs'\t'What teammates did: sign-ins, changes of settings, exports.' \
    'admins'\t'Teammates with access to the workspace.' \
    'articles'\t'What customers read in the help center.' \
    'audiences'\t'Groups of people, described by rules.' \
    'away-reasons'\t'Reasons a teammate can give for being away.' \
    'banners'\t'Banners that a contact is shown above the page.' \
    'brands'\t'Brands that the workspace speaks for.' \
    'calls'\t'Phone calls: how they went, what was said, and their recordings.' \
    'collections'\t'The shelves of a help center, one inside the other.' \
    'commands'\t'List every command, for people and for programs.' \
    'companies'\t'Organisations that contacts belong to.' \
    'completion'\t'Print the script that completes command lines in a shell.' \
    'config'\t'Show and change settings.' \
    'connect'\t'Connect to an Intercom workspace, or to a sandbox.' \
    'contacts'\t'People: users and leads.' \
    'content'\t'All that is written at once: articles, snippets, pages; find it, tag it, publish it.' \
    'content-snippets'\t'Short pieces of text that Fin and Copilot answer from.' \
    'content-sources'\t'Where the external pages come from that Fin reads.' \
    'conversation-attributes'\t'What conversations can be described with.' \
    'conversations'\t'What customers write, and what teammates answer.' \
    'custom-objects'\t'Records of your own kinds, such as orders, tied to people and conversations.' \
    'data-attributes'\t'What contacts and companies can be described with.' \
    'data-connectors'\t'Requests to other services that workflows and Fin can make.' \
    'disconnect'\t'Forget a workspace on this machine, or uninstall its app.' \
    'doctor'\t'Find out what stands in the way.' \
    'ecommerce'\t'Catalogs of products that Fin recommends from (Preview).' \
    'emails'\t'Addresses that the workspace sends e-mail from.' \
    'events'\t'What contacts did in your product: recorded, listed, counted.' \
    'exports'\t'Exports of who was sent which message, and what came of it.' \
    'external-pages'\t'Web pages that Fin reads besides your articles.' \
    'fin'\t'Fin, Intercom\'s agent, in conversations of your own.' \
    'fin-voice'\t'Calls that Fin takes for another telephone system.' \
    'find'\t'Look for a name, an address, a number or a word everywhere.' \
    'folders'\t'Where teammates keep content; only in the Preview of the API.' \
    'help-centers'\t'The sites where customers read articles.' \
    'internal-articles'\t'What only teammates read.' \
    'ip-allowlist'\t'Addresses from which teammates may reach the workspace.' \
    'jobs'\t'Work that goes on at Intercom after a command has ended.' \
    'listen'\t'Receive webhooks on this machine, and pass them on.' \
    'macros'\t'Replies that teammates have ready.' \
    'messages'\t'What teammates write first.' \
    'news-items'\t'News for customers, shown in the Messenger.' \
    'newsfeeds'\t'Where news items are shown, and to whom.' \
    'notes'\t'Notes that teammates wrote on contacts and companies.' \
    'office-hours'\t'Weekly schedules in which somebody answers.' \
    'office-hours-exceptions'\t'Days on which office hours are other than usual.' \
    'open'\t'Open a record in Intercom\'s web app.' \
    'phone-call-redirects'\t'Send somebody who calls to the Messenger instead.' \
    'redirects'\t'Old addresses of a help center, and where they lead now.' \
    'replay'\t'Send recorded webhooks again: the same bytes, signed anew.' \
    'reports'\t'Exports of the data behind reports.' \
    'request'\t'Send any request to the API.' \
    'sandbox'\t'Serve, fill and reset a workspace on this machine.' \
    'schema'\t'Show what the request of a command takes, with an example.' \
    'secure-mode-secrets'\t'Secrets that prove who a Messenger visitor is (Preview).' \
    'segments'\t'Groups of contacts or companies, made by rules.' \
    'status'\t'Show which workspace and which token commands use.' \
    'subscription-types'\t'Kinds of messages that people can choose to receive or not.' \
    'tags'\t'Labels for people, companies and conversations.' \
    'teams'\t'Teams: who works together, and how much is on each desk.' \
    'ticket-attributes'\t'What a ticket type asks: its attributes.' \
    'ticket-states'\t'How far tickets can be, as teammates and as customers see it.' \
    'ticket-types'\t'What kinds of tickets there are, and what each of them asks.' \
    'tickets'\t'What customers ask for and teammates work on.' \
    'trigger'\t'Send a sample webhook of any topic, signed.' \
    'version'\t'Show the version.' \
    'visitors'\t'People who opened the Messenger and did not say who they are.' \
    'watch'\t'Turn polling into the events of webhooks: no public address is needed.' \
    'workflow'\t'Run, check and go on with workflows: steps written down in a file.' \
    'workflows'\t'Workflows that the workspace runs by itself.' \
    'workspaces'\t'List, choose, rename and show connected workspaces.' \
    'connect'\t'A topic.' \
    'environment'\t'A topic.' \
    'exit-codes'\t'A topic.' \
    'nouns'\t'A topic.' \
    'output'\t'A topic.' \
    'query'\t'A topic.' \
    'questions'\t'A topic.' \
    'webhooks'\t'A topic.' \
    'workflows'\t'A topic.'

# Say what can follow a command.
function __intercom_look -S
    set names
    set slots
    set about (string split ' ' -- $argv[1])[1]
    switch $argv[1]
        case ''
            set names \
                'activity-logs'\t'What teammates did: sign-ins, changes of settings, exports.' \
                'admins'\t'Teammates with access to the workspace.' \
                'articles'\t'What customers read in the help center.' \
                'audiences'\t'Groups of people, described by rules.' \
                'away-reasons'\t'Reasons a teammate can give for being away.' \
                'banners'\t'Banners that a contact is shown above the page.' \
                'brands'\t'Brands that the workspace speaks for.' \
                'calls'\t'Phone calls: how they went, what was said, and their recordings.' \
                'collections'\t'The shelves of a help center, one inside the other.' \
                'commands'\t'List every command, for people and for programs.' \
                'companies'\t'Organisations that contacts belong to.' \
                'completion'\t'Print the script that completes command lines in a shell.' \
                'config'\t'Show and change settings.' \
                'connect'\t'Connect to an Intercom workspace, or to a sandbox.' \
                'contacts'\t'People: users and leads.' \
                'content'\t'All that is written at once: articles, snippets, pages; find it, tag it, publish it.' \
                'content-snippets'\t'Short pieces of text that Fin and Copilot answer from.' \
                'content-sources'\t'Where the external pages come from that Fin reads.' \
                'conversation-attributes'\t'What conversations can be described with.' \
                'conversations'\t'What customers write, and what teammates answer.' \
                'custom-objects'\t'Records of your own kinds, such as orders, tied to people and conversations.' \
                'data-attributes'\t'What contacts and companies can be described with.' \
                'data-connectors'\t'Requests to other services that workflows and Fin can make.' \
                'disconnect'\t'Forget a workspace on this machine, or uninstall its app.' \
                'doctor'\t'Find out what stands in the way.' \
                'ecommerce'\t'Catalogs of products that Fin recommends from (Preview).' \
                'emails'\t'Addresses that the workspace sends e-mail from.' \
                'events'\t'What contacts did in your product: recorded, listed, counted.' \
                'exports'\t'Exports of who was sent which message, and what came of it.' \
                'external-pages'\t'Web pages that Fin reads besides your articles.' \
                'fin'\t'Fin, Intercom\'s agent, in conversations of your own.' \
                'fin-voice'\t'Calls that Fin takes for another telephone system.' \
                'find'\t'Look for a name, an address, a number or a word everywhere.' \
                'folders'\t'Where teammates keep content; only in the Preview of the API.' \
                'help-centers'\t'The sites where customers read articles.' \
                'internal-articles'\t'What only teammates read.' \
                'ip-allowlist'\t'Addresses from which teammates may reach the workspace.' \
                'jobs'\t'Work that goes on at Intercom after a command has ended.' \
                'listen'\t'Receive webhooks on this machine, and pass them on.' \
                'macros'\t'Replies that teammates have ready.' \
                'messages'\t'What teammates write first.' \
                'news-items'\t'News for customers, shown in the Messenger.' \
                'newsfeeds'\t'Where news items are shown, and to whom.' \
                'notes'\t'Notes that teammates wrote on contacts and companies.' \
                'office-hours'\t'Weekly schedules in which somebody answers.' \
                'office-hours-exceptions'\t'Days on which office hours are other than usual.' \
                'open'\t'Open a record in Intercom\'s web app.' \
                'phone-call-redirects'\t'Send somebody who calls to the Messenger instead.' \
                'redirects'\t'Old addresses of a help center, and where they lead now.' \
                'replay'\t'Send recorded webhooks again: the same bytes, signed anew.' \
                'reports'\t'Exports of the data behind reports.' \
                'request'\t'Send any request to the API.' \
                'sandbox'\t'Serve, fill and reset a workspace on this machine.' \
                'schema'\t'Show what the request of a command takes, with an example.' \
                'secure-mode-secrets'\t'Secrets that prove who a Messenger visitor is (Preview).' \
                'segments'\t'Groups of contacts or companies, made by rules.' \
                'status'\t'Show which workspace and which token commands use.' \
                'subscription-types'\t'Kinds of messages that people can choose to receive or not.' \
                'tags'\t'Labels for people, companies and conversations.' \
                'teams'\t'Teams: who works together, and how much is on each desk.' \
                'ticket-attributes'\t'What a ticket type asks: its attributes.' \
                'ticket-states'\t'How far tickets can be, as teammates and as customers see it.' \
                'ticket-types'\t'What kinds of tickets there are, and what each of them asks.' \
                'tickets'\t'What customers ask for and teammates work on.' \
                'trigger'\t'Send a sample webhook of any topic, signed.' \
                'version'\t'Show the version.' \
                'visitors'\t'People who opened the Messenger and did not say who they are.' \
                'watch'\t'Turn polling into the events of webhooks: no public address is needed.' \
                'workflow'\t'Run, check and go on with workflows: steps written down in a file.' \
                'workflows'\t'Workflows that the workspace runs by itself.' \
                'workspaces'\t'List, choose, rename and show connected workspaces.' \
                'help'\t'Show help on a command or a topic.'
            set options $__intercom_shared_0 \
                '-V,--version'\t'Show the version.'
        case 'activity-logs'
            set names \
                'list'\t'List what teammates did, the latest first.' \
                'search'\t'Search what teammates did by type or teammate, the latest first.' \
                'event-types'\t'List the types of events a log can hold.'
            set options $__intercom_shared_0
        case 'activity-logs list'
            set options $__intercom_shared_1 \
                '--since=.'\t'From this time on.' \
                '--until=.'\t'Up to this time; now.' \
                '--where=@where'\t'Only these; see: intercom help query' \
                '--limit=.'\t'At most this many.' \
                '--all'\t'Every one there is.'
        case 'activity-logs search'
            set options $__intercom_shared_2 \
                '+--event=.'\t'Only of this type; see event-types.' \
                '--admin=.'\t'Only by this teammate: id, e-mail or name.' \
                '--since=.'\t'From this time on.' \
                '--until=.'\t'Up to this time; now.' \
                '--limit=.'\t'At most this many.' \
                '--all'\t'Every one there is.'
        case 'activity-logs event-types'
            set options $__intercom_shared_2 \
                '--limit=.'\t'At most this many.'
        case 'admins'
            set names \
                'list'\t'List admins.' \
                'get'\t'Show one admin or more.' \
                'away'\t'Say that a teammate is away.' \
                'back'\t'Say that a teammate is back.'
            set options $__intercom_shared_0
        case 'admins list'
            set options $__intercom_shared_1 \
                '--where=@where'\t'Only these; see: intercom help query' \
                '--sort=@sort'\t'Order; -FIELD for descending.' \
                '--limit=.'\t'At most this many.' \
                '--all'\t'Every one there is.'
        case 'admins get'
            set options $__intercom_shared_3
            set slots '+.'
        case 'admins away'
            set options $__intercom_shared_4 \
                '--reason=.'\t'Why; see away-reasons.' \
                '--reassign'\t'Send new replies to the default inbox.'
            set slots '.'
        case 'admins back'
            set options $__intercom_shared_4
            set slots '.'
        case 'articles'
            set names \
                'list'\t'List articles.' \
                'get'\t'Show one article or more.' \
                'search'\t'Search articles for a phrase.' \
                'create'\t'Create an article.' \
                'update'\t'Change an article; what is published changes at once.' \
                'delete'\t'Delete an article.' \
                'stage'\t'Write a draft of a published article; readers see it once published.' \
                'versions'\t'List what an article said before.' \
                'version'\t'Show what an article said in one version.' \
                'draft'\t'Show the unpublished draft of a published article.' \
                'publish'\t'Publish the draft of an article.' \
                'tag'\t'Tag an article.' \
                'untag'\t'Take a tag off an article.' \
                'pull'\t'Write articles into Markdown files, a folder for each collection.' \
                'diff'\t'Show what a push would change, and what changed at Intercom.' \
                'push'\t'Send new and edited files to Intercom; nothing is ever deleted.'
            set options $__intercom_shared_0
        case 'articles list'
            set options $__intercom_shared_1 \
                '--where=@where'\t'Only these; see: intercom help query' \
                '--sort=@sort'\t'Order; -FIELD for descending.' \
                '--limit=.'\t'At most this many.' \
                '--all'\t'Every one there is.'
        case 'articles get'
            set options $__intercom_shared_3
            set slots '+.'
        case 'articles search'
            set options $__intercom_shared_2 \
                '--phrase=.'\t'What to look for.' \
                '--state=published|draft|all'\t'In which state.' \
                '--help-center=.'\t'Only in this help center: id or name.' \
                '--limit=.'\t'At most this many.' \
                '--all'\t'Every one there is.'
            set slots '.'
        case 'articles create'
            set options $__intercom_shared_4 \
                '--title=.'\t'Title. Required.' \
                '--description=.'\t'What it is about, in a sentence.' \
                '--body=.'\t'The text: HTML if it begins with <, else Markdown.' \
                '--body-file=@file'\t'A .html or .md file with it, or - .' \
                '--author=.'\t'Who wrote it: id, e-mail or name; else you.' \
                '--state=published|draft'\t'Whether readers see it; a new one is a draft.' \
                '--collection=.'\t'Where it belongs: id or name.' \
                '+--audience=.'\t'An audience that sees it: id or name.' \
                '--fin,--no-fin'\t'Whether Fin may use it.' \
                '--copilot,--no-copilot'\t'Whether Copilot may use it.' \
                '--sales-agent,--no-sales-agent'\t'Whether the sales agent may use it.' \
                '--publish-at=.'\t'Publish it then.' \
                '--unpublish-at=.'\t'Withdraw it then.' \
                '+--set=@pair'\t'Set any field: a.b=value.' \
                '--data=@file'\t'A JSON object to begin with.'
        case 'articles update'
            set options $__intercom_shared_4 \
                '--title=.'\t'Title.' \
                '--description=.'\t'What it is about, in a sentence.' \
                '--body=.'\t'The text: HTML if it begins with <, else Markdown.' \
                '--body-file=@file'\t'A .html or .md file with it, or - .' \
                '--author=.'\t'Who wrote it: id, e-mail or name.' \
                '--state=published|draft'\t'Whether readers see it; a new one is a draft.' \
                '--collection=.'\t'Where it belongs: id or name.' \
                '+--audience=.'\t'An audience that sees it: id or name.' \
                '--fin,--no-fin'\t'Whether Fin may use it.' \
                '--copilot,--no-copilot'\t'Whether Copilot may use it.' \
                '--sales-agent,--no-sales-agent'\t'Whether the sales agent may use it.' \
                '--publish-at=.'\t'Publish it then.' \
                '--unpublish-at=.'\t'Withdraw it then.' \
                '+--set=@pair'\t'Set any field: a.b=value.' \
                '--data=@file'\t'A JSON object to begin with.'
            set slots '.'
        case 'articles delete'
            set options $__intercom_shared_4
            set slots '.'
        case 'articles stage'
            set options $__intercom_shared_4 \
                '--title=.'\t'Title.' \
                '--description=.'\t'What it is about, in a sentence.' \
                '--body=.'\t'The text: HTML if it begins with <, else Markdown.' \
                '--body-file=@file'\t'A .html or .md file with it, or - .' \
                '--author=.'\t'Who wrote it: id, e-mail or name.' \
                '+--set=@pair'\t'Set any field: a.b=value.' \
                '--data=@file'\t'A JSON object to begin with.'
            set slots '.'
        case 'articles versions'
            set options $__intercom_shared_2 \
                '--locale=.'\t'A language, as de.' \
                '--limit=.'\t'At most this many.' \
                '--all'\t'Every one there is.'
            set about 'articles versions'
            set slots '.'
        case 'articles version'
            set options $__intercom_shared_3 \
                '--locale=.'\t'A language, as de.'
            set about 'articles version'
            set slots '.' '.'
        case 'articles draft'
            set options $__intercom_shared_3
            set slots '.'
        case 'articles publish'
            set options $__intercom_shared_4 \
                '+--locale=.'\t'Only in this language, as de; more than once. Else all that wait.'
            set slots '.'
        case 'articles tag'
            set options $__intercom_shared_4 \
                '--create'\t'Make the tag if there is none.'
            set about 'tags'
            set slots '.' '.'
        case 'articles untag'
            set options $__intercom_shared_4
            set about 'tags'
            set slots '.' '.'
        case 'articles pull'
            set options $__intercom_shared_5 \
                '--collection=.'\t'Only what lies in this one: id or name.' \
                '--state=published|draft'\t'Only in this state.' \
                '--force'\t'Also where both sides changed.' \
                '-n,--dry-run'\t'List what would be written.'
            set slots '@directory'
        case 'articles diff'
            set options $__intercom_shared_3 \
                '--exit-code'\t'Exit 1 for differences.'
            set slots '@directory'
        case 'articles push'
            set options $__intercom_shared_4 \
                '--publish'\t'Publish what is pushed.' \
                '--draft'\t'Write drafts of published articles; readers see them once published.' \
                '--force'\t'Also where both sides changed.' \
                '--admin=.'\t'Who wrote the new ones: id, e-mail or name.'
            set slots '@directory'
        case 'audiences'
            set names \
                'list'\t'List audiences.' \
                'get'\t'Show one audience or more.' \
                'create'\t'Create an audience.' \
                'update'\t'Change an audience.' \
                'delete'\t'Delete an audience.'
            set options $__intercom_shared_0
        case 'audiences list'
            set options $__intercom_shared_1 \
                '--where=@where'\t'Only these; see: intercom help query' \
                '--sort=@sort'\t'Order; -FIELD for descending.' \
                '--limit=.'\t'At most this many.' \
                '--all'\t'Every one there is.'
        case 'audiences get'
            set options $__intercom_shared_3
            set slots '+.'
        case 'audiences create'
            set options $__intercom_shared_4 \
                '--name=.'\t'What to call it. Required.' \
                '--rules=.'\t'Whom it holds. JSON: [{"attribute": …, "type": …, "comparison": …, "value": …}].' \
                '--role-rules=.'\t'Users, leads or visitors, in the same form.' \
                '+--set=@pair'\t'Set any field: a.b=value.' \
                '--data=@file'\t'A JSON object to begin with.'
        case 'audiences update'
            set options $__intercom_shared_4 \
                '--name=.'\t'What to call it.' \
                '--rules=.'\t'Whom it holds. JSON: [{"attribute": …, "type": …, "comparison": …, "value": …}].' \
                '--role-rules=.'\t'Users, leads or visitors, in the same form.' \
                '+--set=@pair'\t'Set any field: a.b=value.' \
                '--data=@file'\t'A JSON object to begin with.'
            set slots '.'
        case 'audiences delete'
            set options $__intercom_shared_4
            set slots '.'
        case 'away-reasons'
            set names \
                'list'\t'List away reasons.'
            set options $__intercom_shared_0
        case 'away-reasons list'
            set options $__intercom_shared_1 \
                '--where=@where'\t'Only these; see: intercom help query' \
                '--sort=@sort'\t'Order; -FIELD for descending.' \
                '--limit=.'\t'At most this many.' \
                '--all'\t'Every one there is.'
        case 'banners'
            set names \
                'list'\t'List the banners that a contact is to see.' \
                'dismiss'\t'Hide a banner from a contact for good.'
            set options $__intercom_shared_0
        case 'banners list'
            set options $__intercom_shared_2 \
                '--contact=.'\t'Who sees it: an id, an e-mail address, or external:ID. Required.' \
                '--limit=.'\t'At most this many.' \
                '--all'\t'Every one there is.'
            set slots '.'
        case 'banners dismiss'
            set options $__intercom_shared_4 \
                '--contact=.'\t'Who sees it: an id, an e-mail address, or external:ID.'
            set slots '.'
        case 'brands'
            set names \
                'list'\t'List brands.' \
                'get'\t'Show one brand or more.'
            set options $__intercom_shared_0
        case 'brands list'
            set options $__intercom_shared_1 \
                '--where=@where'\t'Only these; see: intercom help query' \
                '--sort=@sort'\t'Order; -FIELD for descending.' \
                '--limit=.'\t'At most this many.' \
                '--all'\t'Every one there is.'
        case 'brands get'
            set options $__intercom_shared_3
            set slots '+.'
        case 'calls'
            set names \
                'list'\t'List calls, the latest first.' \
                'get'\t'Show one call or more.' \
                'search'\t'Find the calls of conversations, with what was said in them.' \
                'recording'\t'Save the recording of a call, or write it into a pipe.' \
                'transcript'\t'Read what was said in a call.'
            set options $__intercom_shared_0
        case 'calls list'
            set options $__intercom_shared_1 \
                '--where=@where'\t'Only these; see: intercom help query' \
                '--sort=@sort'\t'Order; -FIELD for descending.' \
                '--limit=.'\t'At most this many.' \
                '--all'\t'Every one there is.'
        case 'calls get'
            set options $__intercom_shared_3
            set slots '+.'
        case 'calls search'
            set options $__intercom_shared_3
            set slots '+.'
        case 'calls recording'
            set options $__intercom_shared_6 \
                '--to=@file'\t'Where to save it; - for standard output.' \
                '--force'\t'Replace a file that is there.'
            set slots '.'
        case 'calls transcript'
            set options $__intercom_shared_6 \
                '--to=@file'\t'Where to save it; - for standard output.' \
                '--force'\t'Replace a file that is there.'
            set slots '.'
        case 'collections'
            set names \
                'list'\t'List collections.' \
                'get'\t'Show one collection or more.' \
                'create'\t'Create a collection.' \
                'update'\t'Change a collection.' \
                'delete'\t'Delete a collection.'
            set options $__intercom_shared_0
        case 'collections list'
            set options $__intercom_shared_1 \
                '--where=@where'\t'Only these; see: intercom help query' \
                '--sort=@sort'\t'Order; -FIELD for descending.' \
                '--limit=.'\t'At most this many.' \
                '--all'\t'Every one there is.'
        case 'collections get'
            set options $__intercom_shared_3
            set slots '+.'
        case 'collections create'
            set options $__intercom_shared_4 \
                '--name=.'\t'What to call it. Required.' \
                '--description=.'\t'What it holds.' \
                '--inside=.'\t'The collection it lies in: id or name.' \
                '--help-center=.'\t'Its help center: id or name; else the default one.' \
                '+--set=@pair'\t'Set any field: a.b=value.' \
                '--data=@file'\t'A JSON object to begin with.'
        case 'collections update'
            set options $__intercom_shared_4 \
                '--name=.'\t'What to call it.' \
                '--description=.'\t'What it holds.' \
                '--inside=.'\t'The collection it lies in: id or name.' \
                '+--set=@pair'\t'Set any field: a.b=value.' \
                '--data=@file'\t'A JSON object to begin with.'
            set slots '.'
        case 'collections delete'
            set options $__intercom_shared_4
            set slots '.'
        case 'commands'
            set options $__intercom_shared_7 \
                '--json'\t'The whole tree as one document, for programs.'
            set slots 'commands|completion|config|connect|disconnect|doctor|find|listen|open|replay|request|sandbox|schema|status|trigger|version|watch|workflow|workspaces|activity-logs|admins|articles|audiences|away-reasons|banners|brands|calls|collections|companies|contacts|content|content-snippets|content-sources|conversation-attributes|conversations|custom-objects|data-attributes|data-connectors|ecommerce|emails|events|exports|external-pages|fin|fin-voice|folders|help-centers|internal-articles|ip-allowlist|jobs|macros|messages|news-items|newsfeeds|notes|office-hours|office-hours-exceptions|phone-call-redirects|redirects|reports|secure-mode-secrets|segments|subscription-types|tags|teams|ticket-attributes|ticket-states|ticket-types|tickets|visitors|workflows'
        case 'companies'
            set names \
                'list'\t'List companies.' \
                'get'\t'Show one company or more.' \
                'search'\t'Have Intercom search companies (Preview).' \
                'create'\t'Create a company.' \
                'update'\t'Change a company.' \
                'delete'\t'Archive a company and detach its contacts.' \
                'contacts'\t'List the contacts of a company.' \
                'segments'\t'List the segments a company is in.' \
                'notes'\t'List the notes on a company.' \
                'attach'\t'Attach a contact to a company.' \
                'detach'\t'Detach a contact from a company.' \
                'note'\t'Write a note on a company.' \
                'tag'\t'Tag a company.' \
                'untag'\t'Take a tag off a company.' \
                'bulk-create'\t'Create up to 100 companies in one job (Preview).' \
                'bulk-update'\t'Change up to 100 companies in one job (Preview).' \
                'bulk-delete'\t'Delete up to 100 companies in one job (Preview).' \
                'bulk-status'\t'Show how far such a job got (Preview).'
            set options $__intercom_shared_0
        case 'companies list'
            set options $__intercom_shared_1 \
                '--where=@where'\t'Only these; see: intercom help query' \
                '--sort=@sort'\t'Order; -FIELD for descending.' \
                '--limit=.'\t'At most this many.' \
                '--all'\t'Every one there is.'
        case 'companies get'
            set options $__intercom_shared_3
            set slots '+.'
        case 'companies search'
            set options $__intercom_shared_2 \
                '--where=@where'\t'Which; see: intercom help query' \
                '--sort=@sort'\t'Order; -FIELD for descending.' \
                '--limit=.'\t'At most this many.' \
                '--all'\t'Every one there is.'
        case 'companies create'
            set options $__intercom_shared_4 \
                '--company-id=.'\t'Your own id of the company. Required.' \
                '--name=.'\t'Name.' \
                '--plan-name=.'\t'Name of the plan.' \
                '--size=.'\t'Number of employees.' \
                '--website=.'\t'Address of the website.' \
                '--industry=.'\t'What it does.' \
                '--monthly-spend=.'\t'Revenue a month, a whole number.' \
                '--remote-created-at=.'\t'When you created it.' \
                '--update-last-request-at,--no-update-last-request-at'\t'Count this as activity.' \
                '+--set=@pair'\t'Set any field: a.b=value.' \
                '--data=@file'\t'A JSON object to begin with.'
        case 'companies update'
            set options $__intercom_shared_4 \
                '--name=.'\t'Name.' \
                '--plan-name=.'\t'Name of the plan.' \
                '--size=.'\t'Number of employees.' \
                '--website=.'\t'Address of the website.' \
                '--industry=.'\t'What it does.' \
                '--monthly-spend=.'\t'Revenue a month, a whole number.' \
                '+--set=@pair'\t'Set any field: a.b=value.' \
                '--data=@file'\t'A JSON object to begin with.'
            set slots '.'
        case 'companies delete'
            set options $__intercom_shared_4
            set slots '.'
        case 'companies contacts'
            set options $__intercom_shared_2 \
                '--limit=.'\t'At most this many.' \
                '--all'\t'Every one there is.'
            set about 'contacts'
            set slots '.'
        case 'companies segments'
            set options $__intercom_shared_2 \
                '--limit=.'\t'At most this many.' \
                '--all'\t'Every one there is.'
            set about 'segments'
            set slots '.'
        case 'companies notes'
            set options $__intercom_shared_2 \
                '--limit=.'\t'At most this many.' \
                '--all'\t'Every one there is.'
            set about 'notes'
            set slots '.'
        case 'companies attach'
            set options $__intercom_shared_4
            set slots '.' '.'
        case 'companies detach'
            set options $__intercom_shared_4
            set slots '.' '.'
        case 'companies note'
            set options $__intercom_shared_4 \
                '--admin=.'\t'Act as this admin: id, e-mail or name.'
            set about 'notes'
            set slots '.' '.'
        case 'companies tag'
            set options $__intercom_shared_4 \
                '--create'\t'Make the tag if there is none.'
            set slots '.' '.'
        case 'companies untag'
            set options $__intercom_shared_4
            set slots '.' '.'
        case 'companies bulk-create'
            set options $__intercom_shared_4 \
                '--job=.'\t'A job to add them to.'
            set slots '@file'
        case 'companies bulk-update'
            set options $__intercom_shared_4 \
                '--job=.'\t'A job to add them to.'
            set slots '@file'
        case 'companies bulk-delete'
            set options $__intercom_shared_4 \
                '--job=.'\t'A job to add them to.'
            set slots '+.'
        case 'companies bulk-status'
            set options $__intercom_shared_3 \
                '--wait'\t'Wait until it is finished.' \
                '--wait-for=.'\t'Wait this long at most, and longer than not at all.'
            set slots '.'
        case 'completion'
            set options $__intercom_shared_8
            set slots 'bash|zsh|fish|powershell'
        case 'config'
            set names \
                'list'\t'List every setting, its value and where it comes from.' \
                'get'\t'Print one setting\'s value; nothing when it has none.' \
                'set'\t'Write a setting into the configuration file.' \
                'unset'\t'Take a setting out of the configuration file.' \
                'path'\t'Print where the configuration file is.'
            set options $__intercom_shared_0
        case 'config list'
            set options $__intercom_shared_7
        case 'config get'
            set options $__intercom_shared_8
            set slots 'workspace|output|api_version|timeout|max_wait|color|pager|guard_formulas|no_input|region|base_url|client_id|redirect_uri'
        case 'config set'
            set options $__intercom_shared_8
            set slots 'workspace|output|api_version|timeout|max_wait|color|pager|guard_formulas|no_input|region|base_url|client_id|redirect_uri' '.'
        case 'config unset'
            set options $__intercom_shared_8
            set slots 'workspace|output|api_version|timeout|max_wait|color|pager|guard_formulas|no_input|region|base_url|client_id|redirect_uri'
        case 'config path'
            set options $__intercom_shared_8
        case 'connect'
            set options $__intercom_shared_8 \
                '--sandbox'\t'A practice workspace on this machine.' \
                '--oauth'\t'Sign in with the browser and your own app.' \
                '--token-stdin'\t'Read an access token from standard input.' \
                '--token-file=@file'\t'Read an access token from a file.' \
                '--name=.'\t'What to call it here.' \
                '--region=us|eu|au'\t'Where its data lives; found out by itself.' \
                '--store=keyring|file'\t'Where to keep the token.' \
                '--read-only'\t'Refuse commands that change it.' \
                '--client-id=.'\t'Your app\'s id.' \
                '--client-secret-stdin'\t'Read the app\'s secret from standard input.' \
                '--redirect-uri=.'\t'Redirect URL of your app.' \
                '--no-browser'\t'Show the address, open nothing.' \
                '--paste'\t'Do not listen; paste the address you end on.' \
                '--timeout=.'\t'Time to sign in; 300.' \
                '--cert=@file'\t'Certificate of the listener.' \
                '--key=@file'\t'The certificate\'s key.'
        case 'contacts'
            set names \
                'list'\t'List contacts.' \
                'get'\t'Show one contact or more.' \
                'search'\t'Search contacts.' \
                'create'\t'Create a contact.' \
                'update'\t'Change a contact.' \
                'delete'\t'Delete a contact.' \
                'count'\t'Count contacts.' \
                'archive'\t'Archive a contact.' \
                'unarchive'\t'Bring an archived contact back.' \
                'block'\t'Block a contact and archive their conversations.' \
                'merge'\t'Merge a lead into a user.' \
                'upsert'\t'Create a contact, or update the one with that address or external id.' \
                'companies'\t'List the companies of a contact.' \
                'tags'\t'List the tags of a contact.' \
                'notes'\t'List the notes on a contact.' \
                'segments'\t'List the segments a contact is in.' \
                'subscriptions'\t'List what a contact chose to receive or not.' \
                'attach'\t'Attach a contact to a company.' \
                'detach'\t'Detach a contact from a company.' \
                'tag'\t'Tag a contact.' \
                'untag'\t'Take a tag off a contact.' \
                'note'\t'Write a note on a contact.' \
                'subscribe'\t'Let a contact receive a subscription type.' \
                'unsubscribe'\t'Let a contact no longer receive a subscription type.' \
                'merge-history'\t'List the contacts that were merged into a user.' \
                'merge-preview'\t'Show what a merge would change, without merging (Preview).' \
                'activities'\t'List what happened to contacts, the earliest first (Preview).' \
                'bulk-create'\t'Create up to 100 contacts in one job (Preview).' \
                'bulk-update'\t'Change up to 100 contacts in one job (Preview).' \
                'bulk-delete'\t'Delete up to 100 contacts in one job (Preview).' \
                'bulk-status'\t'Show how far such a job got (Preview).'
            set options $__intercom_shared_0
        case 'contacts list'
            set options $__intercom_shared_1 \
                '--where=@where'\t'Only these; see: intercom help query' \
                '--sort=@sort'\t'Order; -FIELD for descending.' \
                '--limit=.'\t'At most this many.' \
                '--all'\t'Every one there is.'
        case 'contacts get'
            set options $__intercom_shared_3
            set slots '+.'
        case 'contacts search'
            set options $__intercom_shared_1 \
                '--where=@where'\t'Which; see: intercom help query' \
                '--sort=@sort'\t'Order; -FIELD for descending.' \
                '--limit=.'\t'At most this many.' \
                '--all'\t'Every one there is.'
        case 'contacts create'
            set options $__intercom_shared_4 \
                '--role=.'\t'user or lead.' \
                '--email=.'\t'E-mail address.' \
                '--external-id=.'\t'Your own id of the person.' \
                '--name=.'\t'Full name.' \
                '--phone=.'\t'Phone number, as +353861234567.' \
                '--avatar=.'\t'Address of a picture.' \
                '--owner-id=.'\t'The admin who owns the contact.' \
                '--signed-up-at=.'\t'When they signed up.' \
                '--last-seen-at=.'\t'When they were last seen.' \
                '--email-verified,--no-email-verified'\t'Whether the address is confirmed.' \
                '--unsubscribed-from-emails,--no-unsubscribed-from-emails'\t'Whether they get no e-mails.' \
                '+--set=@pair'\t'Set any field: a.b=value.' \
                '--data=@file'\t'A JSON object to begin with.'
        case 'contacts update'
            set options $__intercom_shared_4 \
                '--role=.'\t'user or lead.' \
                '--email=.'\t'E-mail address.' \
                '--external-id=.'\t'Your own id of the person.' \
                '--name=.'\t'Full name.' \
                '--phone=.'\t'Phone number, as +353861234567.' \
                '--avatar=.'\t'Address of a picture.' \
                '--owner-id=.'\t'The admin who owns the contact.' \
                '--signed-up-at=.'\t'When they signed up.' \
                '--last-seen-at=.'\t'When they were last seen.' \
                '--email-verified,--no-email-verified'\t'Whether the address is confirmed.' \
                '--unsubscribed-from-emails,--no-unsubscribed-from-emails'\t'Whether they get no e-mails.' \
                '+--set=@pair'\t'Set any field: a.b=value.' \
                '--data=@file'\t'A JSON object to begin with.'
            set slots '.'
        case 'contacts delete'
            set options $__intercom_shared_4
            set slots '.'
        case 'contacts count'
            set options $__intercom_shared_9 \
                '--where=@where'\t'Only these; see: intercom help query'
        case 'contacts archive'
            set options $__intercom_shared_4
            set slots '.'
        case 'contacts unarchive'
            set options $__intercom_shared_4
            set slots '.'
        case 'contacts block'
            set options $__intercom_shared_4
            set slots '.'
        case 'contacts merge'
            set options $__intercom_shared_4 \
                '--into=.'\t'The user that stays.' \
                '--skip-duplicate-validation'\t'Merge even where data would be lost.'
            set slots '.'
        case 'contacts upsert'
            set options $__intercom_shared_4 \
                '--unarchive'\t'Bring an archived contact back first.' \
                '--role=.'\t'user or lead.' \
                '--email=.'\t'E-mail address.' \
                '--external-id=.'\t'Your own id of the person.' \
                '--name=.'\t'Full name.' \
                '--phone=.'\t'Phone number, as +353861234567.' \
                '--avatar=.'\t'Address of a picture.' \
                '--owner-id=.'\t'The admin who owns the contact.' \
                '--signed-up-at=.'\t'When they signed up.' \
                '--last-seen-at=.'\t'When they were last seen.' \
                '--email-verified,--no-email-verified'\t'Whether the address is confirmed.' \
                '--unsubscribed-from-emails,--no-unsubscribed-from-emails'\t'Whether they get no e-mails.' \
                '+--set=@pair'\t'Set any field: a.b=value.' \
                '--data=@file'\t'A JSON object to begin with.'
        case 'contacts companies'
            set options $__intercom_shared_2 \
                '--limit=.'\t'At most this many.' \
                '--all'\t'Every one there is.'
            set about 'companies'
            set slots '.'
        case 'contacts tags'
            set options $__intercom_shared_2 \
                '--limit=.'\t'At most this many.' \
                '--all'\t'Every one there is.'
            set about 'tags'
            set slots '.'
        case 'contacts notes'
            set options $__intercom_shared_2 \
                '--limit=.'\t'At most this many.' \
                '--all'\t'Every one there is.'
            set about 'notes'
            set slots '.'
        case 'contacts segments'
            set options $__intercom_shared_2 \
                '--limit=.'\t'At most this many.' \
                '--all'\t'Every one there is.'
            set about 'segments'
            set slots '.'
        case 'contacts subscriptions'
            set options $__intercom_shared_2 \
                '--limit=.'\t'At most this many.' \
                '--all'\t'Every one there is.'
            set slots '.'
        case 'contacts attach'
            set options $__intercom_shared_4
            set about 'companies'
            set slots '.' '.'
        case 'contacts detach'
            set options $__intercom_shared_4
            set about 'companies'
            set slots '.' '.'
        case 'contacts tag'
            set options $__intercom_shared_4 \
                '--create'\t'Make the tag if there is none.'
            set about 'tags'
            set slots '.' '.'
        case 'contacts untag'
            set options $__intercom_shared_4
            set about 'tags'
            set slots '.' '.'
        case 'contacts note'
            set options $__intercom_shared_4 \
                '--admin=.'\t'Act as this admin: id, e-mail or name.'
            set about 'notes'
            set slots '.' '.'
        case 'contacts subscribe'
            set options $__intercom_shared_4
            set slots '.' '.'
        case 'contacts unsubscribe'
            set options $__intercom_shared_4
            set slots '.' '.'
        case 'contacts merge-history'
            set options $__intercom_shared_2 \
                '--order=asc|desc'\t'By time; desc.' \
                '--limit=.'\t'At most this many.' \
                '--all'\t'Every one there is.'
            set slots '.'
        case 'contacts merge-preview'
            set options $__intercom_shared_3 \
                '--into=.'\t'The user that would stay.' \
                '--skip-duplicate-validation'\t'Even where they have nothing in common.'
            set slots '.'
        case 'contacts activities'
            set options $__intercom_shared_2 \
                '--limit=.'\t'At most this many.' \
                '--all'\t'Every one there is.'
        case 'contacts bulk-create'
            set options $__intercom_shared_4 \
                '--job=.'\t'A job to add them to.'
            set slots '@file'
        case 'contacts bulk-update'
            set options $__intercom_shared_4 \
                '--job=.'\t'A job to add them to.'
            set slots '@file'
        case 'contacts bulk-delete'
            set options $__intercom_shared_4 \
                '--job=.'\t'A job to add them to.'
            set slots '+.'
        case 'contacts bulk-status'
            set options $__intercom_shared_3 \
                '--wait'\t'Wait until it is finished.' \
                '--wait-for=.'\t'Wait this long at most, and longer than not at all.'
            set slots '.'
        case 'content'
            set names \
                'search'\t'Search everything that is written, the latest first.' \
                'delete'\t'Delete content for good.' \
                'publish'\t'Publish articles in the languages named.' \
                'unpublish'\t'Withdraw articles in the languages named.' \
                'availability'\t'Say whether Fin, Copilot and the sales agent may use content.' \
                'audience'\t'Say which segments see content.' \
                'tag'\t'Tag content.' \
                'untag'\t'Take tags off content.'
            set options $__intercom_shared_0
        case 'content search'
            set options $__intercom_shared_2 \
                '--query=.'\t'Words of the title or the text.' \
                '+--type=article|internal_article|snippet|external_content|file_source_content'\t'What it is.' \
                '+--state=published|draft'\t'In which state.' \
                '+--locale=.'\t'In this language, as de.' \
                '+--tag=.'\t'With one of these tags: id or name.' \
                '+--without-tag=.'\t'With none of these tags.' \
                '+--folder=.'\t'In this folder, by id.' \
                '--fin=on|off'\t'Whether Fin may use it.' \
                '--copilot=on|off'\t'Whether Copilot may use it.' \
                '--sales-agent=on|off'\t'Whether the sales agent may use it.' \
                '+--created-by=.'\t'Who made it: admin id, e-mail or name.' \
                '+--updated-by=.'\t'Who changed it last.' \
                '--created-after=.'\t'Made then or later.' \
                '--created-before=.'\t'Made then or before.' \
                '--updated-after=.'\t'Changed then or later.' \
                '--updated-before=.'\t'Changed then or before.' \
                '--limit=.'\t'At most this many.' \
                '--all'\t'Every one there is.'
            set slots '.'
        case 'content delete'
            set options $__intercom_shared_4
            set slots '+.'
        case 'content publish'
            set options $__intercom_shared_4
            set slots '+.'
        case 'content unpublish'
            set options $__intercom_shared_4
            set slots '+.'
        case 'content availability'
            set options $__intercom_shared_4 \
                '--fin,--no-fin'\t'Whether Fin may use it.' \
                '--copilot,--no-copilot'\t'Whether Copilot may use it.' \
                '--sales-agent,--no-sales-agent'\t'Whether the sales agent may use it.'
            set slots '+.'
        case 'content audience'
            set options $__intercom_shared_4 \
                '+--add=.'\t'A segment that sees it from now on; more than once.' \
                '+--remove=.'\t'A segment that no longer sees it; more than once.' \
                '--remove-all'\t'First take all away.'
            set slots '+.'
        case 'content tag'
            set options $__intercom_shared_4 \
                '+--tag=.'\t'A tag: id or name; more than once.'
            set slots '+.'
        case 'content untag'
            set options $__intercom_shared_4 \
                '+--tag=.'\t'A tag: id or name; more than once.'
            set slots '+.'
        case 'content-snippets'
            set names \
                'list'\t'List content snippets.' \
                'get'\t'Show one content snippet or more.' \
                'create'\t'Create a content snippet.' \
                'update'\t'Change a content snippet.' \
                'delete'\t'Delete a content snippet.' \
                'tag'\t'Tag a content snippet.' \
                'untag'\t'Take a tag off a content snippet.'
            set options $__intercom_shared_0
        case 'content-snippets list'
            set options $__intercom_shared_1 \
                '--where=@where'\t'Only these; see: intercom help query' \
                '--sort=@sort'\t'Order; -FIELD for descending.' \
                '--limit=.'\t'At most this many.' \
                '--all'\t'Every one there is.'
        case 'content-snippets get'
            set options $__intercom_shared_3
            set slots '+.'
        case 'content-snippets create'
            set options $__intercom_shared_4 \
                '--title=.'\t'Title. Required.' \
                '--body=.'\t'The text: Markdown.' \
                '--body-file=@file'\t'A .md file with it, or - .' \
                '--locale=.'\t'Its language, as de.' \
                '+--audience=.'\t'An audience that sees it: id or name.' \
                '--fin,--no-fin'\t'Whether Fin may use it.' \
                '--copilot,--no-copilot'\t'Whether Copilot may use it.' \
                '--sales-agent,--no-sales-agent'\t'Whether the sales agent may use it.' \
                '+--set=@pair'\t'Set any field: a.b=value.' \
                '--data=@file'\t'A JSON object to begin with.'
        case 'content-snippets update'
            set options $__intercom_shared_4 \
                '--title=.'\t'Title.' \
                '--body=.'\t'The text: Markdown.' \
                '--body-file=@file'\t'A .md file with it, or - .' \
                '--locale=.'\t'Its language, as de.' \
                '+--audience=.'\t'An audience that sees it: id or name.' \
                '--fin,--no-fin'\t'Whether Fin may use it.' \
                '--copilot,--no-copilot'\t'Whether Copilot may use it.' \
                '--sales-agent,--no-sales-agent'\t'Whether the sales agent may use it.' \
                '+--set=@pair'\t'Set any field: a.b=value.' \
                '--data=@file'\t'A JSON object to begin with.'
            set slots '.'
        case 'content-snippets delete'
            set options $__intercom_shared_4
            set slots '.'
        case 'content-snippets tag'
            set options $__intercom_shared_4 \
                '--create'\t'Make the tag if there is none.'
            set about 'tags'
            set slots '.' '.'
        case 'content-snippets untag'
            set options $__intercom_shared_4
            set about 'tags'
            set slots '.' '.'
        case 'content-sources'
            set names \
                'list'\t'List content sources.' \
                'get'\t'Show one content source or more.' \
                'create'\t'Create a content source.' \
                'update'\t'Change a content source; what is not given stays.' \
                'delete'\t'Delete a content source.'
            set options $__intercom_shared_0
        case 'content-sources list'
            set options $__intercom_shared_1 \
                '--where=@where'\t'Only these; see: intercom help query' \
                '--sort=@sort'\t'Order; -FIELD for descending.' \
                '--limit=.'\t'At most this many.' \
                '--all'\t'Every one there is.'
        case 'content-sources get'
            set options $__intercom_shared_3
            set slots '+.'
        case 'content-sources create'
            set options $__intercom_shared_4 \
                '--url=.'\t'Where its pages begin. Required.' \
                '--status=active|deactivated'\t'Whether Fin may use it.' \
                '+--audience=.'\t'An audience: id or name.' \
                '+--set=@pair'\t'Set any field: a.b=value.' \
                '--data=@file'\t'A JSON object to begin with.'
        case 'content-sources update'
            set options $__intercom_shared_4 \
                '--url=.'\t'Where its pages begin.' \
                '--status=active|deactivated'\t'Whether Fin may use it.' \
                '--sync-behavior=api|automated|manual'\t'How it is kept up to date.' \
                '+--audience=.'\t'An audience: id or name.' \
                '--to-its-pages'\t'Give its pages that audience.'
            set slots '.'
        case 'content-sources delete'
            set options $__intercom_shared_4
            set slots '.'
        case 'conversation-attributes'
            set names \
                'list'\t'List conversation attributes.' \
                'get'\t'Show one conversation attribute or more.' \
                'create'\t'Create a conversation attribute.' \
                'update'\t'Change a conversation attribute.' \
                'delete'\t'Archive a conversation attribute; Intercom has no deletion.' \
                'add-option'\t'Add a choice to a list.' \
                'update-option'\t'Give a choice of a list another label.' \
                'delete-option'\t'Archive a choice of a list.'
            set options $__intercom_shared_0
        case 'conversation-attributes list'
            set options $__intercom_shared_1 \
                '--include-archived,--no-include-archived'\t'Archived ones too.' \
                '--where=@where'\t'Only these; see: intercom help query' \
                '--sort=@sort'\t'Order; -FIELD for descending.' \
                '--limit=.'\t'At most this many.' \
                '--all'\t'Every one there is.'
        case 'conversation-attributes get'
            set options $__intercom_shared_3
            set slots '+.'
        case 'conversation-attributes create'
            set options $__intercom_shared_4 \
                '--name=.'\t'Its name in data. Required.' \
                '--type=string|integer|list|decimal|boolean|datetime|relationship|files'\t'What its values are. Required.' \
                '--description=.'\t'What it means.' \
                '--required,--no-required'\t'Whether it must be filled in to close.' \
                '--multiline,--no-multiline'\t'For type string: whether it has lines.' \
                '+--option=.'\t'A choice, for type list; once for each.' \
                '+--team=.'\t'A team that sees it; once for each.' \
                '--reference=one|many'\t'For type relationship: one or many.' \
                '--object-type=.'\t'For type relationship: what it leads to.' \
                '+--set=@pair'\t'Set any field: a.b=value.' \
                '--data=@file'\t'A JSON object to begin with.'
        case 'conversation-attributes update'
            set options $__intercom_shared_4 \
                '--name=.'\t'Its name in data.' \
                '--description=.'\t'What it means.' \
                '--required,--no-required'\t'Whether it must be filled in to close.' \
                '--multiline,--no-multiline'\t'For type string: whether it has lines.' \
                '+--team=.'\t'A team that sees it; once for each.' \
                '--reference=one|many'\t'For type relationship: one or many.' \
                '--object-type=.'\t'For type relationship: what it leads to.' \
                '+--set=@pair'\t'Set any field: a.b=value.' \
                '--data=@file'\t'A JSON object to begin with.'
            set slots '.'
        case 'conversation-attributes delete'
            set options $__intercom_shared_4
            set slots '.'
        case 'conversation-attributes add-option'
            set options $__intercom_shared_4 \
                '--label=.'\t'What to call it. Required.' \
                '+--set=@pair'\t'Set any field: a.b=value.' \
                '--data=@file'\t'A JSON object to begin with.'
            set slots '.'
        case 'conversation-attributes update-option'
            set options $__intercom_shared_4 \
                '--label=.'\t'What to call it.'
            set slots '.' '.'
        case 'conversation-attributes delete-option'
            set options $__intercom_shared_4
            set slots '.' '.'
        case 'conversations'
            set names \
                'list'\t'List conversations.' \
                'get'\t'Read a conversation, or show several.' \
                'search'\t'Search conversations.' \
                'create'\t'Begin a conversation as a contact; to write to one: messages send.' \
                'update'\t'Change a conversation.' \
                'delete'\t'Delete a conversation for good.' \
                'handling-events'\t'List when teammates paused and resumed a conversation.' \
                'side-conversations'\t'List what was talked about beside a conversation.' \
                'deleted'\t'List the ids of deleted conversations.' \
                'reply'\t'Reply to the customer, or as the customer.' \
                'note'\t'Write a note that only teammates see.' \
                'assign'\t'Give conversations to an admin, a team, or nobody.' \
                'close'\t'Close conversations.' \
                'open'\t'Open conversations that were closed or snoozed.' \
                'snooze'\t'Put conversations off until a time; a day alone means nine in the morning.' \
                'tag'\t'Tag a conversation.' \
                'untag'\t'Take a tag off a conversation.' \
                'attach'\t'Let another contact take part; they can read all of it from then on.' \
                'detach'\t'Let a contact no longer take part.' \
                'redact'\t'Take the text and files of a part, or of the first message, away for good.' \
                'merge'\t'Merge a conversation into another one, which goes on; the first is closed.' \
                'convert'\t'Make a ticket of a conversation.' \
                'mark-part'\t'Mark a part as seen, or say how far a reply sent elsewhere got (Preview).'
            set options $__intercom_shared_0
        case 'conversations list'
            set options $__intercom_shared_1 \
                '--where=@where'\t'Only these; see: intercom help query' \
                '--sort=@sort'\t'Order; -FIELD for descending.' \
                '--limit=.'\t'At most this many.' \
                '--all'\t'Every one there is.'
        case 'conversations get'
            set options $__intercom_shared_3 \
                '--plaintext'\t'Texts without their HTML.' \
                '--translations'\t'With translations of parts.'
            set slots '+.'
        case 'conversations search'
            set options $__intercom_shared_1 \
                '--include-monitors,--no-include-monitors'\t'With what monitors found.' \
                '--include-scorecards,--no-include-scorecards'\t'With what scorecards say.' \
                '--where=@where'\t'Which; see: intercom help query' \
                '--sort=@sort'\t'Order; -FIELD for descending.' \
                '--limit=.'\t'At most this many.' \
                '--all'\t'Every one there is.'
        case 'conversations create'
            set options $__intercom_shared_4 \
                '--from=.'\t'The contact who writes.' \
                '--body=.'\t'What they write; - reads stdin.' \
                '--subject=.'\t'What it is about.' \
                '--brand=.'\t'The brand it is for.' \
                '+--attach-url=.'\t'An address to attach; ten at most.' \
                '--created-at=.'\t'When it was said.'
        case 'conversations update'
            set options $__intercom_shared_4 \
                '--title=.'\t'What to call it.' \
                '--read,--no-read'\t'Whether it has been read.' \
                '--company=.'\t'The company it is about: id, company:ID or name.' \
                '+--set=@pair'\t'Set any field: a.b=value.' \
                '--data=@file'\t'A JSON object to begin with.'
            set slots '.'
        case 'conversations delete'
            set options $__intercom_shared_4 \
                '--keep-metrics,--no-keep-metrics'\t'Whether reports still count it; they do.'
            set slots '.'
        case 'conversations handling-events'
            set options $__intercom_shared_2 \
                '--limit=.'\t'At most this many.' \
                '--all'\t'Every one there is.'
            set about 'conversations handling-events'
            set slots '.'
        case 'conversations side-conversations'
            set options $__intercom_shared_2 \
                '--limit=.'\t'At most this many.' \
                '--all'\t'Every one there is.'
            set about 'conversations side-conversations'
            set slots '.'
        case 'conversations deleted'
            set options $__intercom_shared_2 \
                '--order=asc|desc'\t'The latest deleted first, or the eldest.' \
                '--limit=.'\t'At most this many.' \
                '--all'\t'Every one there is.'
            set about 'conversations deleted'
        case 'conversations reply'
            set options $__intercom_shared_4 \
                '--as=.'\t'Write as this contact instead.' \
                '+--file=@file'\t'A file to attach; ten at most.' \
                '+--attach-url=.'\t'An address to attach; ten at most.' \
                '+--option=.'\t'A button to answer with; with --as, the one pressed. UUID=TEXT sets its id.' \
                '--skip-notifications'\t'Notify nobody of it.' \
                '--created-at=.'\t'When it was said.' \
                '--admin=.'\t'Act as this admin: id, e-mail or name.'
            set slots '.' '.'
        case 'conversations note'
            set options $__intercom_shared_4 \
                '+--file=@file'\t'A file to attach; ten at most.' \
                '+--attach-url=.'\t'An address to attach; ten at most.' \
                '--created-at=.'\t'When it was said.' \
                '--admin=.'\t'Act as this admin: id, e-mail or name.'
            set slots '.' '.'
        case 'conversations assign'
            set options $__intercom_shared_4 \
                '--team=.'\t'To a team instead: id or name.' \
                '--nobody'\t'To nobody any more.' \
                '--body=.'\t'Also say this to the customer; - reads stdin.' \
                '--admin=.'\t'Act as this admin: id, e-mail or name.'
            set slots '.' '+.'
        case 'conversations close'
            set options $__intercom_shared_4 \
                '--body=.'\t'Also say this to the customer; - reads stdin.' \
                '--admin=.'\t'Act as this admin: id, e-mail or name.'
            set slots '+.'
        case 'conversations open'
            set options $__intercom_shared_4 \
                '--admin=.'\t'Act as this admin: id, e-mail or name.'
            set slots '+.'
        case 'conversations snooze'
            set options $__intercom_shared_4 \
                '--until=.'\t'2h, tomorrow 9:00, monday, 2026-12-01T09:00.' \
                '--admin=.'\t'Act as this admin: id, e-mail or name.'
            set slots '+.'
        case 'conversations tag'
            set options $__intercom_shared_4 \
                '--create'\t'Make the tag if there is none.' \
                '--admin=.'\t'Act as this admin: id, e-mail or name.'
            set about 'tags'
            set slots '.' '.'
        case 'conversations untag'
            set options $__intercom_shared_4 \
                '--admin=.'\t'Act as this admin: id, e-mail or name.'
            set about 'tags'
            set slots '.' '.'
        case 'conversations attach'
            set options $__intercom_shared_4 \
                '--as=.'\t'On behalf of this contact, who takes part already.' \
                '--admin=.'\t'Act as this admin: id, e-mail or name.'
            set slots '.' '.'
        case 'conversations detach'
            set options $__intercom_shared_4 \
                '--admin=.'\t'Act as this admin: id, e-mail or name.'
            set slots '.' '.'
        case 'conversations redact'
            set options $__intercom_shared_4 \
                '--source'\t'The first message.'
            set slots '.' '.'
        case 'conversations merge'
            set options $__intercom_shared_4 \
                '--into=.'\t'The one that goes on.'
            set slots '.'
        case 'conversations convert'
            set options $__intercom_shared_4 \
                '--type=.'\t'Its type: id or name.' \
                '--state=.'\t'Its state: id or name.' \
                '+--attribute=@pair'\t'What its type asks; once for each.'
            set slots '.'
        case 'conversations mark-part'
            set options $__intercom_shared_4 \
                '--secret-file=@file'\t'Holds the secret Intercom gave; - reads it.' \
                '--seen'\t'The admin has seen it.' \
                '--send-state=.'\t'How far a reply sent elsewhere got.' \
                '--info=.'\t'A word about that.' \
                '--admin=.'\t'Act as this admin: id, e-mail or name.'
            set slots '.' '.'
        case 'custom-objects'
            set names \
                'list'\t'List custom objects of a type.' \
                'get'\t'Show one custom object or more.' \
                'create'\t'Create a custom object, or change the one of that external id.' \
                'delete'\t'Delete a custom object.' \
                'upsert'\t'The same as create, for Intercom does both in one.'
            set options $__intercom_shared_0
        case 'custom-objects list'
            set options $__intercom_shared_1 \
                '--type=.'\t'What kind of record, as Order. Required.' \
                '--contact=.'\t'Only those of this contact.' \
                '--conversation=.'\t'Only those of this conversation.' \
                '--where=@where'\t'Only these; see: intercom help query' \
                '--sort=@sort'\t'Order; -FIELD for descending.' \
                '--limit=.'\t'At most this many.' \
                '--all'\t'Every one there is.'
            set slots '.'
        case 'custom-objects get'
            set options $__intercom_shared_3 \
                '--type=.'\t'What kind of record, as Order.'
            set slots '+.'
        case 'custom-objects create'
            set options $__intercom_shared_4 \
                '--type=.'\t'What kind of record, as Order.' \
                '--external-id=.'\t'Your own id of the record. Required.' \
                '--created-at=.'\t'When you made it.' \
                '--updated-at=.'\t'When you changed it.' \
                '+--set=@pair'\t'Set any field: a.b=value.' \
                '--data=@file'\t'A JSON object to begin with.'
        case 'custom-objects delete'
            set options $__intercom_shared_4 \
                '--type=.'\t'What kind of record, as Order.'
            set slots '.'
        case 'custom-objects upsert'
            set options $__intercom_shared_4 \
                '--type=.'\t'What kind of record, as Order.' \
                '--external-id=.'\t'Your own id of the record. Required.' \
                '--created-at=.'\t'When you made it.' \
                '--updated-at=.'\t'When you changed it.' \
                '+--set=@pair'\t'Set any field: a.b=value.' \
                '--data=@file'\t'A JSON object to begin with.'
        case 'data-attributes'
            set names \
                'list'\t'List data attributes.' \
                'get'\t'Show one data attribute.' \
                'create'\t'Create a data attribute.' \
                'update'\t'Change a data attribute.' \
                'delete'\t'Archive a data attribute; Intercom has no deletion.'
            set options $__intercom_shared_0
        case 'data-attributes list'
            set options $__intercom_shared_2 \
                '--model=contact|company'\t'Only of this kind.' \
                '--archived'\t'Archived ones too.' \
                '--limit=.'\t'At most this many.' \
                '--all'\t'Every one there is.'
        case 'data-attributes get'
            set options $__intercom_shared_3 \
                '--model=contact|company'\t'Only of this kind.'
            set slots '.'
        case 'data-attributes create'
            set options $__intercom_shared_4 \
                '--name=.'\t'Its name in data.' \
                '--model=contact|company'\t'What it describes.' \
                '--type=string|integer|float|boolean|date|datetime|options'\t'What its values are.' \
                '+--option=.'\t'A choice, for type options.' \
                '--description=.'\t'What it means.'
        case 'data-attributes update'
            set options $__intercom_shared_4 \
                '--description=.'\t'What it means.' \
                '--archived,--no-archived'\t'Whether it is put away.' \
                '--messenger-writable,--no-messenger-writable'\t'Whether the Messenger may set it.' \
                '+--set=@pair'\t'Set any field: a.b=value.' \
                '--data=@file'\t'A JSON object to begin with.'
            set slots '.'
        case 'data-attributes delete'
            set options $__intercom_shared_4
            set slots '.'
        case 'data-connectors'
            set names \
                'list'\t'List data connectors.' \
                'get'\t'Show one data connector or more.' \
                'create'\t'Create a data connector.' \
                'update'\t'Change a data connector.' \
                'delete'\t'Delete a data connector.' \
                'runs'\t'List the runs of the last hour, or since another time, the latest first.' \
                'run'\t'Show one run with what was sent and received.'
            set options $__intercom_shared_0
        case 'data-connectors list'
            set options $__intercom_shared_1 \
                '--where=@where'\t'Only these; see: intercom help query' \
                '--sort=@sort'\t'Order; -FIELD for descending.' \
                '--limit=.'\t'At most this many.' \
                '--all'\t'Every one there is.'
        case 'data-connectors get'
            set options $__intercom_shared_3 \
                '--version=draft|live'\t'Which of its two versions.'
            set slots '+.'
        case 'data-connectors create'
            set options $__intercom_shared_4 \
                '--name=.'\t'What to call it. Required.' \
                '--description=.'\t'What it is for.' \
                '--url=.'\t'The address that is asked.' \
                '--http-method=get|post|put|delete|patch'\t'How it is asked.' \
                '--body=.'\t'The body that is sent.' \
                '+--audience=leads|users|visitors'\t'Whom it is for; once for each.' \
                '--headers=.'\t'JSON: [{"name": …, "value": …}].' \
                '--data-inputs=.'\t'JSON: [{"name": …, "type": …, "description": …}].' \
                '--mock-response=.'\t'JSON: an answer to learn its fields from.' \
                '+--token-id=.'\t'A token it signs in with, by id; once for each.' \
                '--direct-fin-usage,--no-direct-fin-usage'\t'Whether Fin may use it by itself.' \
                '--customer-authentication,--no-customer-authentication'\t'Whether people must be known to be who they are.' \
                '--bypass-authentication,--no-bypass-authentication'\t'Whether they need not be.' \
                '--validate-missing-attributes,--no-validate-missing-attributes'\t'Whether it fails where a value is missing.' \
                '+--set=@pair'\t'Set any field: a.b=value.' \
                '--data=@file'\t'A JSON object to begin with.'
        case 'data-connectors update'
            set options $__intercom_shared_4 \
                '--name=.'\t'What to call it.' \
                '--description=.'\t'What it is for.' \
                '--state=draft|live'\t'Whether it can be used.' \
                '--url=.'\t'The address that is asked.' \
                '--http-method=get|post|put|delete|patch'\t'How it is asked.' \
                '--body=.'\t'The body that is sent.' \
                '+--audience=leads|users|visitors'\t'Whom it is for; once for each.' \
                '--headers=.'\t'JSON: [{"name": …, "value": …}].' \
                '--data-inputs=.'\t'JSON: [{"name": …, "type": …, "description": …}].' \
                '--mock-response=.'\t'JSON: an answer to learn its fields from.' \
                '+--token-id=.'\t'A token it signs in with, by id; once for each.' \
                '--direct-fin-usage,--no-direct-fin-usage'\t'Whether Fin may use it by itself.' \
                '--customer-authentication,--no-customer-authentication'\t'Whether people must be known to be who they are.' \
                '--bypass-authentication,--no-bypass-authentication'\t'Whether they need not be.' \
                '--validate-missing-attributes,--no-validate-missing-attributes'\t'Whether it fails where a value is missing.' \
                '+--set=@pair'\t'Set any field: a.b=value.' \
                '--data=@file'\t'A JSON object to begin with.'
            set slots '.'
        case 'data-connectors delete'
            set options $__intercom_shared_4
            set slots '.'
        case 'data-connectors runs'
            set options $__intercom_shared_2 \
                '--since=.'\t'From this time on; an hour ago.' \
                '--until=.'\t'Up to this time; now.' \
                '--success,--no-success'\t'Only those that went well, or did not.' \
                '--error-type=request_configuration_error|faraday_error|3rd_party_error|response_mapping_error|token_refresh_error|fin_action_response_formatting_error|fin_action_identity_verification_error|email_verification_error|non_fin_standalone_action_identity_verification_error|request_validation_error|client_side_action_error'\t'Only those that failed so; a wrong word tells all.' \
                '--bodies,--no-bodies'\t'With what was sent and received.' \
                '--limit=.'\t'At most this many.' \
                '--all'\t'Every one there is.'
            set about 'data-connectors runs'
            set slots '.'
        case 'data-connectors run'
            set options $__intercom_shared_3
            set about 'data-connectors run'
            set slots '.' '.'
        case 'disconnect'
            set options $__intercom_shared_10 \
                '--uninstall-app'\t'Also end the app\'s access for everybody.'
            set slots '@workspace'
        case 'doctor'
            set options $__intercom_shared_5 \
                '--network'\t'Ask Intercom too.'
        case 'ecommerce'
            set names \
                'upload'\t'Replace the products of a connector; others than these are removed (Preview).'
            set options $__intercom_shared_0
        case 'ecommerce upload'
            set options $__intercom_shared_4 \
                '--part=.'\t'Which part of a catalog in several files this is.' \
                '--import=.'\t'The import that the parts are of.' \
                '--finish'\t'All parts are there: start.'
            set slots '.' '@file'
        case 'emails'
            set names \
                'list'\t'List e-mail addresses.' \
                'get'\t'Show one e-mail address or more.'
            set options $__intercom_shared_0
        case 'emails list'
            set options $__intercom_shared_1 \
                '--where=@where'\t'Only these; see: intercom help query' \
                '--sort=@sort'\t'Order; -FIELD for descending.' \
                '--limit=.'\t'At most this many.' \
                '--all'\t'Every one there is.'
        case 'emails get'
            set options $__intercom_shared_3
            set slots '+.'
        case 'events'
            set names \
                'list'\t'List what a contact did in the last 90 days, the latest first.' \
                'summary'\t'Count what a contact did, by the name of the event.' \
                'track'\t'Record that a contact did something; with --data, what each line says.' \
                'set-summary'\t'Set how often something happened, whatever Intercom counted.'
            set options $__intercom_shared_0
        case 'events list'
            set options $__intercom_shared_1 \
                '--contact=.'\t'An id, an e-mail address, or external:ID. Required.' \
                '--since=.'\t'From this time on.' \
                '--where=@where'\t'Only these; see: intercom help query' \
                '--limit=.'\t'At most this many.' \
                '--all'\t'Every one there is.'
            set slots '.'
        case 'events summary'
            set options $__intercom_shared_2 \
                '--contact=.'\t'An id, an e-mail address, or external:ID. Required.' \
                '--limit=.'\t'At most this many.' \
                '--all'\t'Every one there is.'
            set slots '.'
        case 'events track'
            set options $__intercom_shared_4 \
                '--contact=.'\t'Who did it: an id, an e-mail address, or external:ID.' \
                '--at=.'\t'When; now.' \
                '+--meta=@pair'\t'More about it, ten at most; KEY:=JSON for a link or an amount.' \
                '--data=@file'\t'Many events: a line of JSON each.'
            set slots '.'
        case 'events set-summary'
            set options $__intercom_shared_4 \
                '--contact=.'\t'An id, an e-mail address, or external:ID.' \
                '--count=.'\t'How often it happened.' \
                '--first=.'\t'When first.' \
                '--last=.'\t'When last.'
            set slots '.'
        case 'exports'
            set names \
                'get'\t'Show how far an export got.' \
                'start'\t'Start an export of what was sent in a span of time.' \
                'wait'\t'Wait until an export is finished, and show it.' \
                'download'\t'Save the file of an export that is finished, gzipped CSV.' \
                'run'\t'Start an export, wait for it, and save its file.' \
                'cancel'\t'Stop an export that is at work.'
            set options $__intercom_shared_0
        case 'exports get'
            set options $__intercom_shared_3
            set slots '.'
        case 'exports start'
            set options $__intercom_shared_4 \
                '--since=.'\t'From this time on.' \
                '--until=.'\t'Up to this time; now.'
        case 'exports wait'
            set options $__intercom_shared_3 \
                '--wait-for=.'\t'Wait this long at most, and longer than not at all.'
            set slots '.'
        case 'exports download'
            set options $__intercom_shared_3 \
                '--to=@file'\t'Where to save it; - for standard output.' \
                '--unzip,--gunzip'\t'Unpack what is gzipped.' \
                '--force'\t'Replace a file that is there.' \
                '--wait'\t'Wait until it is finished.' \
                '--wait-for=.'\t'Wait this long at most, and longer than not at all.'
            set slots '.'
        case 'exports run'
            set options $__intercom_shared_4 \
                '--since=.'\t'From this time on.' \
                '--until=.'\t'Up to this time; now.' \
                '--to=@file'\t'Where to save it; - for standard output.' \
                '--unzip,--gunzip'\t'Unpack what is gzipped.' \
                '--force'\t'Replace a file that is there.' \
                '--wait-for=.'\t'Wait this long at most, and longer than not at all.'
        case 'exports cancel'
            set options $__intercom_shared_4
            set slots '.'
        case 'external-pages'
            set names \
                'list'\t'List external pages.' \
                'get'\t'Show one external page or more.' \
                'create'\t'Create an external page, or change the one with that id of your own.' \
                'update'\t'Change an external page.' \
                'delete'\t'Delete an external page.'
            set options $__intercom_shared_0
        case 'external-pages list'
            set options $__intercom_shared_1 \
                '--where=@where'\t'Only these; see: intercom help query' \
                '--sort=@sort'\t'Order; -FIELD for descending.' \
                '--limit=.'\t'At most this many.' \
                '--all'\t'Every one there is.'
        case 'external-pages get'
            set options $__intercom_shared_3
            set slots '+.'
        case 'external-pages create'
            set options $__intercom_shared_4 \
                '--title=.'\t'Title. Required.' \
                '--html=.'\t'The text: HTML.' \
                '--html-file=@file'\t'A .html file with it, or - .' \
                '--url=.'\t'Where people read it.' \
                '--locale=en'\t'Its language; only en so far.' \
                '--source=.'\t'The content source it is of: id or address. Required.' \
                '--external-id=.'\t'Your own id of it. Required.' \
                '--fin,--no-fin'\t'Whether Fin may use it.' \
                '--copilot,--no-copilot'\t'Whether Copilot may use it.' \
                '+--set=@pair'\t'Set any field: a.b=value.' \
                '--data=@file'\t'A JSON object to begin with.'
        case 'external-pages update'
            set options $__intercom_shared_4 \
                '--title=.'\t'Title.' \
                '--html=.'\t'The text: HTML.' \
                '--html-file=@file'\t'A .html file with it, or - .' \
                '--url=.'\t'Where people read it.' \
                '--locale=en'\t'Its language; only en so far.' \
                '--source=.'\t'The content source it is of: id or address.' \
                '--external-id=.'\t'Your own id of it.' \
                '--fin,--no-fin'\t'Whether Fin and Copilot may use it.' \
                '+--set=@pair'\t'Set any field: a.b=value.' \
                '--data=@file'\t'A JSON object to begin with.'
            set slots '.'
        case 'external-pages delete'
            set options $__intercom_shared_4
            set slots '.'
        case 'fin'
            set names \
                'start'\t'Begin a conversation with Fin, or begin it anew.' \
                'reply'\t'Tell Fin what the user said next.' \
                'csat'\t'Rate a conversation that Fin has finished.' \
                'ask'\t'Ask Fin one question that stands by itself (Preview).' \
                'capabilities'\t'List what Fin can do for a user (Preview).' \
                'run'\t'Run a procedure in a new conversation (Preview).' \
                'escalate'\t'Hand a conversation over to a human (Preview).' \
                'answer'\t'Answer what a procedure asks a teammate (Preview).'
            set options $__intercom_shared_0
        case 'fin start'
            set options $__intercom_shared_4 \
                '--user=.'\t'Your own id of the user.' \
                '--name=.'\t'The user\'s name.' \
                '--email=.'\t'The user\'s e-mail address.' \
                '+--user-attribute=@pair'\t'About the user.' \
                '+--attribute=@pair'\t'About the conversation.' \
                '--history=@file'\t'What was said before: a list of messages.' \
                '--author=user|agent|fin'\t'Who said it.' \
                '--at=.'\t'When it was said; now.' \
                '+--file=@file'\t'A file that came along.' \
                '+--attach-url=.'\t'An address that came along.'
            set slots '.' '.'
        case 'fin reply'
            set options $__intercom_shared_4 \
                '--user=.'\t'Your own id of the user.' \
                '--name=.'\t'The user\'s name.' \
                '--email=.'\t'The user\'s e-mail address.' \
                '+--user-attribute=@pair'\t'About the user.' \
                '--author=user|agent|fin'\t'Who said it.' \
                '--at=.'\t'When it was said; now.' \
                '+--file=@file'\t'A file that came along.' \
                '+--attach-url=.'\t'An address that came along.'
            set slots '.' '.'
        case 'fin csat'
            set options $__intercom_shared_4 \
                '--remark=.'\t'Why; it can be said once.'
            set slots '.' 'terrible|bad|ok|good|amazing'
        case 'fin ask'
            set options $__intercom_shared_4 \
                '--user=.'\t'Your own id of the user.' \
                '--name=.'\t'The user\'s name.' \
                '--email=.'\t'The user\'s e-mail address.' \
                '+--user-attribute=@pair'\t'About the user.' \
                '+--attribute=@pair'\t'About the conversation.' \
                '--history=@file'\t'What was said before: a list of messages.' \
                '--at=.'\t'When it was said; now.' \
                '+--file=@file'\t'A file that came along.' \
                '+--attach-url=.'\t'An address that came along.'
            set slots '.' '.'
        case 'fin capabilities'
            set options $__intercom_shared_4 \
                '--user=.'\t'Your own id of the user.' \
                '--name=.'\t'The user\'s name.' \
                '--email=.'\t'The user\'s e-mail address.' \
                '+--user-attribute=@pair'\t'About the user.'
        case 'fin run'
            set options $__intercom_shared_4 \
                '--user=.'\t'Your own id of the user.' \
                '--message=.'\t'What begins it; - reads stdin.' \
                '--author=user|agent|fin'\t'Who said it.' \
                '--name=.'\t'The user\'s name.' \
                '--email=.'\t'The user\'s e-mail address.' \
                '+--user-attribute=@pair'\t'About the user.' \
                '+--attribute=@pair'\t'About the conversation.' \
                '--as-email,--no-as-email'\t'Have Fin write as in e-mail.' \
                '--at=.'\t'When it was said; now.'
            set slots '.' '.'
        case 'fin escalate'
            set options $__intercom_shared_4 \
                '--user=.'\t'In place of it: a user, for a new one.' \
                '--name=.'\t'The user\'s name.' \
                '--email=.'\t'The user\'s e-mail address.' \
                '+--user-attribute=@pair'\t'About the user.' \
                '--message=.'\t'With --user: its first words, seen by them.' \
                '--context=.'\t'Why, as a note that only teammates see.'
            set slots '.'
        case 'fin answer'
            set options $__intercom_shared_4 \
                '--step=.'\t'The step that waits.' \
                '+--value=@pair'\t'What was asked for; := for JSON.' \
                '--values=@file'\t'All of them as a list.'
            set slots '.'
        case 'fin-voice'
            set names \
                'list'\t'List the calls of a conversation.' \
                'get'\t'Show a call by its id, by an id of your own, or by who called.' \
                'register'\t'Tell Intercom of a call that Fin is going to take.'
            set options $__intercom_shared_0
        case 'fin-voice list'
            set options $__intercom_shared_2 \
                '--conversation=.'\t'The conversation they are in. Required.' \
                '--limit=.'\t'At most this many.' \
                '--all'\t'Every one there is.'
            set slots '.'
        case 'fin-voice get'
            set options $__intercom_shared_3 \
                '--external-id=.'\t'The id the telephone system has for it.' \
                '--phone-number=.'\t'Who called; the latest call.'
            set slots '.'
        case 'fin-voice register'
            set options $__intercom_shared_4 \
                '--phone-number=.'\t'Who calls, as +353861234567. Required.' \
                '--call-id=.'\t'The id the telephone system has for it. Required.' \
                '--source=five9|zoom_phone|aws_connect'\t'The telephone system.' \
                '--details=.'\t'What else is known: a JSON object.' \
                '+--set=@pair'\t'Set any field: a.b=value.' \
                '--data=@file'\t'A JSON object to begin with.'
        case 'find'
            set options $__intercom_shared_11 \
                '--kind=.'\t'Only these nouns.' \
                '--limit=.'\t'At most this many of each kind; 5.' \
                '--all'\t'Every one there is.'
            set slots '+.'
        case 'folders'
            set names \
                'list'\t'List folders (Preview).' \
                'get'\t'Show one folder or more (Preview).' \
                'create'\t'Create a folder (Preview).' \
                'update'\t'Change a folder (Preview).' \
                'delete'\t'Delete a folder (Preview).'
            set options $__intercom_shared_0
        case 'folders list'
            set options $__intercom_shared_1 \
                '--inside=.'\t'Only those in this folder, by id.' \
                '--where=@where'\t'Only these; see: intercom help query' \
                '--sort=@sort'\t'Order; -FIELD for descending.' \
                '--limit=.'\t'At most this many.' \
                '--all'\t'Every one there is.'
        case 'folders get'
            set options $__intercom_shared_3
            set slots '+.'
        case 'folders create'
            set options $__intercom_shared_4 \
                '--name=.'\t'What to call it. Required.' \
                '--description=.'\t'What it holds.' \
                '--emoji=.'\t'An emoji beside its name.' \
                '--inside=.'\t'The folder it lies in, by id.' \
                '+--set=@pair'\t'Set any field: a.b=value.' \
                '--data=@file'\t'A JSON object to begin with.'
        case 'folders update'
            set options $__intercom_shared_4 \
                '--name=.'\t'What to call it.' \
                '--description=.'\t'What it holds.' \
                '--emoji=.'\t'An emoji beside its name.' \
                '--inside=.'\t'The folder it lies in, by id.' \
                '+--set=@pair'\t'Set any field: a.b=value.' \
                '--data=@file'\t'A JSON object to begin with.'
            set slots '.'
        case 'folders delete'
            set options $__intercom_shared_4
            set slots '.'
        case 'help-centers'
            set names \
                'list'\t'List help centers.' \
                'get'\t'Show one help center or more.'
            set options $__intercom_shared_0
        case 'help-centers list'
            set options $__intercom_shared_1 \
                '--where=@where'\t'Only these; see: intercom help query' \
                '--sort=@sort'\t'Order; -FIELD for descending.' \
                '--limit=.'\t'At most this many.' \
                '--all'\t'Every one there is.'
        case 'help-centers get'
            set options $__intercom_shared_3
            set slots '+.'
        case 'internal-articles'
            set names \
                'list'\t'List internal articles.' \
                'get'\t'Show one internal article or more.' \
                'search'\t'Find the internal articles of a folder.' \
                'create'\t'Create an internal article.' \
                'update'\t'Change an internal article.' \
                'delete'\t'Delete an internal article.' \
                'tag'\t'Tag an internal article.' \
                'untag'\t'Take a tag off an internal article.'
            set options $__intercom_shared_0
        case 'internal-articles list'
            set options $__intercom_shared_1 \
                '--where=@where'\t'Only these; see: intercom help query' \
                '--sort=@sort'\t'Order; -FIELD for descending.' \
                '--limit=.'\t'At most this many.' \
                '--all'\t'Every one there is.'
        case 'internal-articles get'
            set options $__intercom_shared_3
            set slots '+.'
        case 'internal-articles search'
            set options $__intercom_shared_2 \
                '--folder=.'\t'A folder, by id.' \
                '--limit=.'\t'At most this many.' \
                '--all'\t'Every one there is.'
        case 'internal-articles create'
            set options $__intercom_shared_4 \
                '--title=.'\t'Title. Required.' \
                '--body=.'\t'The text: HTML if it begins with <, else Markdown.' \
                '--body-file=@file'\t'A .html or .md file with it, or - .' \
                '--author=.'\t'Who wrote it: id, e-mail or name; else you.' \
                '--owner=.'\t'Who looks after it: id, e-mail or name; else you.' \
                '+--audience=.'\t'An audience that sees it: id or name.' \
                '--fin,--no-fin'\t'Whether Fin may use it.' \
                '--copilot,--no-copilot'\t'Whether Copilot may use it.' \
                '--sales-agent,--no-sales-agent'\t'Whether the sales agent may use it.' \
                '+--set=@pair'\t'Set any field: a.b=value.' \
                '--data=@file'\t'A JSON object to begin with.'
        case 'internal-articles update'
            set options $__intercom_shared_4 \
                '--title=.'\t'Title.' \
                '--body=.'\t'The text: HTML if it begins with <, else Markdown.' \
                '--body-file=@file'\t'A .html or .md file with it, or - .' \
                '--author=.'\t'Who wrote it: id, e-mail or name.' \
                '--owner=.'\t'Who looks after it: id, e-mail or name.' \
                '+--audience=.'\t'An audience that sees it: id or name.' \
                '--fin,--no-fin'\t'Whether Fin may use it.' \
                '--copilot,--no-copilot'\t'Whether Copilot may use it.' \
                '--sales-agent,--no-sales-agent'\t'Whether the sales agent may use it.' \
                '+--set=@pair'\t'Set any field: a.b=value.' \
                '--data=@file'\t'A JSON object to begin with.'
            set slots '.'
        case 'internal-articles delete'
            set options $__intercom_shared_4
            set slots '.'
        case 'internal-articles tag'
            set options $__intercom_shared_4 \
                '--create'\t'Make the tag if there is none.'
            set about 'tags'
            set slots '.' '.'
        case 'internal-articles untag'
            set options $__intercom_shared_4
            set about 'tags'
            set slots '.' '.'
        case 'ip-allowlist'
            set names \
                'get'\t'Show the addresses, and whether the list is in force.' \
                'update'\t'Change which addresses are let in, or whether that is looked at.'
            set options $__intercom_shared_0
        case 'ip-allowlist get'
            set options $__intercom_shared_3
        case 'ip-allowlist update'
            set options $__intercom_shared_4 \
                '+--add=.'\t'Let this address or range in; once for each.' \
                '+--remove=.'\t'Take this one off; once for each.' \
                '--enable,--disable'\t'Whether it is in force.'
        case 'jobs'
            set names \
                'get'\t'Show how far a job is.' \
                'wait'\t'Wait until a job is finished.'
            set options $__intercom_shared_0
        case 'jobs get'
            set options $__intercom_shared_3
            set slots '+.'
        case 'jobs wait'
            set options $__intercom_shared_3 \
                '--wait-for=.'\t'Wait this long at most, and longer than not at all.'
            set slots '.'
        case 'listen'
            set options $__intercom_shared_12 \
                '--port=.'\t'0 takes any free one.' \
                '--path=.'\t'Where notifications are taken.' \
                '--topics=.'\t'Only these, such as contact.created,conversation.*' \
                '-f,--forward-to=.'\t'Send each to this address.' \
                '--exec=.'\t'Run this for each; {} and {data.item.id} are filled in.' \
                '--run=@file'\t'Run this workflow for each.' \
                '--record=@file'\t'Add each to this file; see: intercom replay' \
                '--public-url=.'\t'Your own public address that leads here.' \
                '--tunnel=cloudflared|ngrok'\t'Run this to get a public address.' \
                '--host=.'\t'Address to listen on.' \
                '--retries=.'\t'How often a failing --forward-to is tried again.' \
                '--skip-verify'\t'Take what nobody signed, too.' \
                '--print-secret-help'\t'Tell where the client secret is.'
        case 'macros'
            set names \
                'list'\t'List macros.' \
                'get'\t'Show one macro or more.'
            set options $__intercom_shared_0
        case 'macros list'
            set options $__intercom_shared_1 \
                '--updated-since=.'\t'Only those that changed since.' \
                '--where=@where'\t'Only these; see: intercom help query' \
                '--sort=@sort'\t'Order; -FIELD for descending.' \
                '--limit=.'\t'At most this many.' \
                '--all'\t'Every one there is.'
        case 'macros get'
            set options $__intercom_shared_3
            set slots '+.'
        case 'messages'
            set names \
                'send'\t'Write to contacts: in the app, by e-mail, SMS or WhatsApp.' \
                'status'\t'Show how far a WhatsApp message got.' \
                'statuses'\t'List how far each WhatsApp message of a ruleset got.'
            set options $__intercom_shared_0
        case 'messages send'
            set options $__intercom_shared_4 \
                '+--to=.'\t'Who gets it: id, e-mail, external:ID; user:ID, lead:ID.' \
                '--type=in_app|email|sms|whatsapp'\t'How it is sent; sms is for Preview.' \
                '--body=.'\t'What it says; - reads standard input.' \
                '--subject=.'\t'For e-mail: what it is about.' \
                '--from=.'\t'The admin who writes: id, e-mail or name.' \
                '+--cc=.'\t'Who gets a copy.' \
                '+--bcc=.'\t'Who gets a copy unseen.' \
                '--template=.'\t'E-mail: plain or personal; WhatsApp: its name.' \
                '--components=.'\t'WhatsApp: what fills the template.' \
                '--locale=.'\t'WhatsApp: the template\'s language.' \
                '--start-conversation'\t'Open one before they answer.' \
                '--created-at=.'\t'When it was written.' \
                '+--set=@pair'\t'Set any field: a.b=value.' \
                '--data=@file'\t'A JSON object to begin with.'
        case 'messages status'
            set options $__intercom_shared_3
            set slots '.'
        case 'messages statuses'
            set options $__intercom_shared_2 \
                '--ruleset=.'\t'The ruleset that sent them.' \
                '--limit=.'\t'At most this many.' \
                '--all'\t'Every one there is.'
        case 'news-items'
            set names \
                'list'\t'List news items.' \
                'get'\t'Show one news item or more.' \
                'create'\t'Create a news item.' \
                'update'\t'Change a news item.' \
                'delete'\t'Delete a news item.'
            set options $__intercom_shared_0
        case 'news-items list'
            set options $__intercom_shared_1 \
                '--where=@where'\t'Only these; see: intercom help query' \
                '--sort=@sort'\t'Order; -FIELD for descending.' \
                '--limit=.'\t'At most this many.' \
                '--all'\t'Every one there is.'
        case 'news-items get'
            set options $__intercom_shared_3
            set slots '+.'
        case 'news-items create'
            set options $__intercom_shared_4 \
                '--title=.'\t'Title. Required.' \
                '--body=.'\t'The text: HTML.' \
                '--body-file=@file'\t'A .html file with it, or - .' \
                '--sender=.'\t'Who sends it: id, e-mail or name; else you.' \
                '--state=draft|live'\t'Whether customers see it; a new one is a draft.' \
                '+--newsfeed=.'\t'Where it is shown: id or name; more than once.' \
                '+--label=.'\t'A label; more than once.' \
                '+--reaction=.'\t'An emoji to react with; more than once.' \
                '--deliver-silently,--no-deliver-silently'\t'Whether nobody is told of it.' \
                '+--set=@pair'\t'Set any field: a.b=value.' \
                '--data=@file'\t'A JSON object to begin with.'
        case 'news-items update'
            set options $__intercom_shared_4 \
                '--title=.'\t'Title.' \
                '--body=.'\t'The text: HTML.' \
                '--body-file=@file'\t'A .html file with it, or - .' \
                '--sender=.'\t'Who sends it: id, e-mail or name.' \
                '--state=draft|live'\t'Whether customers see it; a new one is a draft.' \
                '+--newsfeed=.'\t'Where it is shown: id or name; more than once.' \
                '+--label=.'\t'A label; more than once.' \
                '+--reaction=.'\t'An emoji to react with; more than once.' \
                '--deliver-silently,--no-deliver-silently'\t'Whether nobody is told of it.' \
                '+--set=@pair'\t'Set any field: a.b=value.' \
                '--data=@file'\t'A JSON object to begin with.'
            set slots '.'
        case 'news-items delete'
            set options $__intercom_shared_4
            set slots '.'
        case 'newsfeeds'
            set names \
                'list'\t'List newsfeeds.' \
                'get'\t'Show one newsfeed or more.' \
                'items'\t'List what is live in a newsfeed.'
            set options $__intercom_shared_0
        case 'newsfeeds list'
            set options $__intercom_shared_1 \
                '--where=@where'\t'Only these; see: intercom help query' \
                '--sort=@sort'\t'Order; -FIELD for descending.' \
                '--limit=.'\t'At most this many.' \
                '--all'\t'Every one there is.'
        case 'newsfeeds get'
            set options $__intercom_shared_3
            set slots '+.'
        case 'newsfeeds items'
            set options $__intercom_shared_2 \
                '--limit=.'\t'At most this many.' \
                '--all'\t'Every one there is.'
            set about 'newsfeeds items'
            set slots '.'
        case 'notes'
            set names \
                'get'\t'Show one note or more.'
            set options $__intercom_shared_0
        case 'notes get'
            set options $__intercom_shared_3
            set slots '+.'
        case 'office-hours'
            set names \
                'list'\t'List office hours schedules.' \
                'get'\t'Show one office hours schedule or more.' \
                'create'\t'Create an office hours schedule.' \
                'update'\t'Change an office hours schedule.' \
                'delete'\t'Delete an office hours schedule with its exceptions.'
            set options $__intercom_shared_0
        case 'office-hours list'
            set options $__intercom_shared_2 \
                '--limit=.'\t'At most this many.' \
                '--all'\t'Every one there is.'
        case 'office-hours get'
            set options $__intercom_shared_3
            set slots '+.'
        case 'office-hours create'
            set options $__intercom_shared_4 \
                '--name=.'\t'What to call it. Required.' \
                '--time-zone=.'\t'The time zone of its hours, as Europe/Dublin. Required.' \
                '+--hours=.'\t'\'Mon-Fri 9:00-17:30\', or 24/7; all of them, once or more. Required.' \
                '+--set=@pair'\t'Set any field: a.b=value.' \
                '--data=@file'\t'A JSON object to begin with.'
        case 'office-hours update'
            set options $__intercom_shared_4 \
                '--name=.'\t'What to call it.' \
                '--time-zone=.'\t'The time zone of its hours, as Europe/Dublin.' \
                '+--hours=.'\t'\'Mon-Fri 9:00-17:30\', or 24/7; all of them, once or more.' \
                '+--set=@pair'\t'Set any field: a.b=value.' \
                '--data=@file'\t'A JSON object to begin with.'
            set slots '.'
        case 'office-hours delete'
            set options $__intercom_shared_4
            set slots '.'
        case 'office-hours-exceptions'
            set names \
                'list'\t'List the days on which a schedule has other hours.' \
                'get'\t'Show one office hours exception or more.' \
                'create'\t'Create an office hours exception.' \
                'update'\t'Change an office hours exception.' \
                'delete'\t'Delete an office hours exception; its day is as usual again.'
            set options $__intercom_shared_0
        case 'office-hours-exceptions list'
            set options $__intercom_shared_2 \
                '--schedule=.'\t'The schedule: id or name. Required.' \
                '--limit=.'\t'At most this many.' \
                '--all'\t'Every one there is.'
            set slots '.'
        case 'office-hours-exceptions get'
            set options $__intercom_shared_3 \
                '--schedule=.'\t'The schedule: id or name.'
            set slots '+.'
        case 'office-hours-exceptions create'
            set options $__intercom_shared_4 \
                '--schedule=.'\t'The schedule: id or name.' \
                '--date=.'\t'Which day: 2026-12-24, tomorrow, monday. Required.' \
                '--name=.'\t'What to call it.' \
                '+--hours=.'\t'Open then, as 9:00-13:00; once or more.' \
                '--closed,--no-closed'\t'Nobody answers all day; so it is without --hours.' \
                '--yearly,--no-yearly'\t'Whether it is the same day every year.' \
                '+--set=@pair'\t'Set any field: a.b=value.' \
                '--data=@file'\t'A JSON object to begin with.'
        case 'office-hours-exceptions update'
            set options $__intercom_shared_4 \
                '--schedule=.'\t'The schedule: id or name.' \
                '--date=.'\t'Which day: 2026-12-24, tomorrow, monday.' \
                '--name=.'\t'What to call it.' \
                '+--hours=.'\t'Open then, as 9:00-13:00; once or more.' \
                '--closed,--no-closed'\t'Nobody answers all day.' \
                '--yearly,--no-yearly'\t'Whether it is the same day every year.' \
                '+--set=@pair'\t'Set any field: a.b=value.' \
                '--data=@file'\t'A JSON object to begin with.'
            set slots '.'
        case 'office-hours-exceptions delete'
            set options $__intercom_shared_4 \
                '--schedule=.'\t'The schedule: id or name.'
            set slots '.'
        case 'open'
            set options $__intercom_shared_6 \
                '--print'\t'Only write the address.'
            set slots 'articles|companies|contacts|conversations|tickets' '.'
        case 'phone-call-redirects'
            set names \
                'create'\t'Text a link to the Messenger to somebody who calls.'
            set options $__intercom_shared_0
        case 'phone-call-redirects create'
            set options $__intercom_shared_4 \
                '--phone=.'\t'Who calls, as +353861234567. Required.' \
                '+--set=@pair'\t'Set any field: a.b=value.' \
                '--data=@file'\t'A JSON object to begin with.'
        case 'redirects'
            set names \
                'list'\t'List redirects.' \
                'get'\t'Show one redirect or more.' \
                'create'\t'Lead an old address to an article or a collection.' \
                'delete'\t'Delete a redirect.'
            set options $__intercom_shared_0
        case 'redirects list'
            set options $__intercom_shared_1 \
                '--help-center=.'\t'Its help center: id or name. Not needed where there is only one.' \
                '--where=@where'\t'Only these; see: intercom help query' \
                '--sort=@sort'\t'Order; -FIELD for descending.' \
                '--limit=.'\t'At most this many.' \
                '--all'\t'Every one there is.'
            set slots '.'
        case 'redirects get'
            set options $__intercom_shared_3 \
                '--help-center=.'\t'Its help center: id or name. Not needed where there is only one.'
            set slots '+.'
        case 'redirects create'
            set options $__intercom_shared_4 \
                '--from=.'\t'The old address, in the help center.' \
                '--locale=.'\t'The language, as en.' \
                '--article=.'\t'The article it leads to.' \
                '--collection=.'\t'Or the collection: id or name.' \
                '--help-center=.'\t'Its help center: id or name. Not needed where there is only one.'
        case 'redirects delete'
            set options $__intercom_shared_4 \
                '--help-center=.'\t'Its help center: id or name. Not needed where there is only one.'
            set slots '.'
        case 'replay'
            set options $__intercom_shared_13 \
                '-f,--forward-to=.'\t'Where to send them.' \
                '--only=.'\t'Only these topics.' \
                '--since=.'\t'Only what came since then: 1h, yesterday, a date.' \
                '--undelivered'\t'Only what was never taken; this is noted in FILE.' \
                '--retries=.'\t'How often a failing one is tried again.'
            set slots '@file'
        case 'reports'
            set names \
                'get'\t'Show how far an export got.' \
                'datasets'\t'List what can be exported.' \
                'attributes'\t'List the attributes of a dataset, the columns of its export.' \
                'start'\t'Start an export of some attributes of a dataset, for a span of time.' \
                'wait'\t'Wait until an export is finished, and show it.' \
                'download'\t'Save the file of an export that is finished, gzipped CSV.' \
                'run'\t'Start an export, wait for it, and save its file.'
            set options $__intercom_shared_0
        case 'reports get'
            set options $__intercom_shared_3
            set slots '.'
        case 'reports datasets'
            set options $__intercom_shared_2 \
                '--limit=.'\t'At most this many.' \
                '--all'\t'Every one there is.'
        case 'reports attributes'
            set options $__intercom_shared_3
            set slots '.'
        case 'reports start'
            set options $__intercom_shared_4 \
                '--dataset=.'\t'Which; see datasets.' \
                '+--attribute=.'\t'A column; see attributes. Once for each.' \
                '--since=.'\t'From this time on.' \
                '--until=.'\t'Up to this time; now.'
        case 'reports wait'
            set options $__intercom_shared_3 \
                '--wait-for=.'\t'Wait this long at most, and longer than not at all.'
            set slots '.'
        case 'reports download'
            set options $__intercom_shared_3 \
                '--to=@file'\t'Where to save it; - for standard output.' \
                '--unzip,--gunzip'\t'Unpack what is gzipped.' \
                '--force'\t'Replace a file that is there.' \
                '--wait'\t'Wait until it is finished.' \
                '--wait-for=.'\t'Wait this long at most, and longer than not at all.'
            set slots '.'
        case 'reports run'
            set options $__intercom_shared_4 \
                '--dataset=.'\t'Which; see datasets.' \
                '+--attribute=.'\t'A column; see attributes. Once for each.' \
                '--since=.'\t'From this time on.' \
                '--until=.'\t'Up to this time; now.' \
                '--to=@file'\t'Where to save it; - for standard output.' \
                '--unzip,--gunzip'\t'Unpack what is gzipped.' \
                '--force'\t'Replace a file that is there.' \
                '--wait-for=.'\t'Wait this long at most, and longer than not at all.'
        case 'request'
            set options $__intercom_shared_14 \
                '+-f,--field=@pair'\t'A field, as text.' \
                '+-F,--typed-field=@pair'\t'A field: number, true, false, null, JSON, @file, @-.' \
                '--input=@file'\t'The body, from a file or -.' \
                '+-H,--header=.'\t'A header.' \
                '-i,--include'\t'Status and headers too.' \
                '--limit=.'\t'At most this many.' \
                '--all'\t'Every page, merged.' \
                '--curl'\t'Show it as a curl command.'
            set slots 'GET|POST|PUT|PATCH|DELETE' '.' '+@pair'
        case 'sandbox'
            set names \
                'serve'\t'Serve a sandbox workspace for any client.' \
                'seed'\t'Fill the sandbox anew, with a data set of your choice.' \
                'reset'\t'Bring the sandbox back to how it began.'
            set options $__intercom_shared_0
        case 'sandbox serve'
            set options $__intercom_shared_8 \
                '--port=.'\t'0 takes any free one.' \
                '--host=.'\t'Address to listen on.' \
                '--db=@file'\t'Keep it in a file.' \
                '--seed=.'\t'Which data set; the same number, the same people.' \
                '--contacts=.'\t'How many contacts to make.' \
                '--latency=.'\t'Added to each answer.' \
                '--rate-limit=.'\t'Requests per 10 seconds.' \
                '--token=.'\t'The access token to accept.' \
                '+--fault=.'\t'Spoil some answers; repeatable.' \
                '--expiring-tokens=.'\t'Let OAuth tokens expire.' \
                '+--redirect-uri=.'\t'Register for OAuth; repeatable.' \
                '--cert=@file'\t'Certificate for https, as PEM.' \
                '--key=@file'\t'Its key, as PEM.' \
                '--webhook=.'\t'Tell this address of every change, signed.' \
                '--webhook-topics=.'\t'Only these; all of them is usual.' \
                '--webhook-retry=.'\t'When a failed webhook is tried once more.'
        case 'sandbox seed'
            set options $__intercom_shared_15 \
                '--seed=.'\t'Which data set; the same number, the same people.' \
                '--contacts=.'\t'How many contacts to make.' \
                '--db=@file'\t'Keep it in a file.'
        case 'sandbox reset'
            set options $__intercom_shared_15 \
                '--db=@file'\t'Keep it in a file.'
        case 'schema'
            set options $__intercom_shared_7
            set slots 'GET|POST|PUT|PATCH|DELETE|activity-logs|admins|articles|audiences|away-reasons|banners|brands|calls|collections|companies|contacts|content|content-snippets|content-sources|conversation-attributes|conversations|custom-objects|data-attributes|data-connectors|ecommerce|emails|events|exports|external-pages|fin|fin-voice|folders|help-centers|internal-articles|ip-allowlist|jobs|macros|messages|news-items|newsfeeds|notes|office-hours|office-hours-exceptions|phone-call-redirects|redirects|reports|secure-mode-secrets|segments|subscription-types|tags|teams|ticket-attributes|ticket-states|ticket-types|tickets|visitors|workflows' '+.'
        case 'secure-mode-secrets'
            set names \
                'list'\t'List secrets, without what is secret (Preview).' \
                'create'\t'Create a secret, which is shown this once (Preview).' \
                'delete'\t'Delete a secret; sessions signed with it end (Preview).'
            set options $__intercom_shared_0
        case 'secure-mode-secrets list'
            set options $__intercom_shared_2 \
                '--limit=.'\t'At most this many.' \
                '--all'\t'Every one there is.'
        case 'secure-mode-secrets create'
            set options $__intercom_shared_4 \
                '--name=.'\t'What to call it. Required.' \
                '--supports-web,--no-supports-web'\t'For the Messenger on the web.' \
                '--supports-ios,--no-supports-ios'\t'For the Messenger on iOS.' \
                '--supports-android,--no-supports-android'\t'For the Messenger on Android.' \
                '+--set=@pair'\t'Set any field: a.b=value.' \
                '--data=@file'\t'A JSON object to begin with.'
        case 'secure-mode-secrets delete'
            set options $__intercom_shared_4
            set slots '.'
        case 'segments'
            set names \
                'list'\t'List segments.' \
                'get'\t'Show one segment or more.'
            set options $__intercom_shared_0
        case 'segments list'
            set options $__intercom_shared_2 \
                '--members'\t'With how many are in each.' \
                '--limit=.'\t'At most this many.' \
                '--all'\t'Every one there is.'
        case 'segments get'
            set options $__intercom_shared_3
            set slots '+.'
        case 'status'
            set options $__intercom_shared_5 \
                '--check'\t'Ask Intercom whether the token is good.'
        case 'subscription-types'
            set names \
                'list'\t'List subscription types.'
            set options $__intercom_shared_0
        case 'subscription-types list'
            set options $__intercom_shared_1 \
                '--where=@where'\t'Only these; see: intercom help query' \
                '--sort=@sort'\t'Order; -FIELD for descending.' \
                '--limit=.'\t'At most this many.' \
                '--all'\t'Every one there is.'
        case 'tags'
            set names \
                'list'\t'List tags.' \
                'get'\t'Show one tag or more.' \
                'create'\t'Create a tag.' \
                'delete'\t'Delete a tag.'
            set options $__intercom_shared_0
        case 'tags list'
            set options $__intercom_shared_1 \
                '--where=@where'\t'Only these; see: intercom help query' \
                '--sort=@sort'\t'Order; -FIELD for descending.' \
                '--limit=.'\t'At most this many.' \
                '--all'\t'Every one there is.'
        case 'tags get'
            set options $__intercom_shared_3
            set slots '+.'
        case 'tags create'
            set options $__intercom_shared_4 \
                '--name=.'\t'What to call it. Required.' \
                '--id=.'\t'The tag to give that name, instead of a new one.' \
                '+--set=@pair'\t'Set any field: a.b=value.' \
                '--data=@file'\t'A JSON object to begin with.'
        case 'tags delete'
            set options $__intercom_shared_4
            set slots '.'
        case 'teams'
            set names \
                'list'\t'List teams.' \
                'get'\t'Show one team or more.' \
                'update'\t'Say who is in a team; whoever is not named leaves it (Preview).' \
                'metrics'\t'Show how many conversations each teammate has open, idle and snoozed.'
            set options $__intercom_shared_0
        case 'teams list'
            set options $__intercom_shared_1 \
                '--where=@where'\t'Only these; see: intercom help query' \
                '--sort=@sort'\t'Order; -FIELD for descending.' \
                '--limit=.'\t'At most this many.' \
                '--all'\t'Every one there is.'
        case 'teams get'
            set options $__intercom_shared_3
            set slots '+.'
        case 'teams update'
            set options $__intercom_shared_4 \
                '+--member=.'\t'Who is in the team; once for each.' \
                '+--primary=.'\t'A member who is asked first.' \
                '+--secondary=.'\t'A member who is asked after them.'
            set slots '.'
        case 'teams metrics'
            set options $__intercom_shared_3 \
                '--idle=.'\t'Unanswered this long counts as idle; 1800.'
            set slots '.'
        case 'ticket-attributes'
            set names \
                'list'\t'List the attributes of a ticket type.' \
                'create'\t'Create a ticket attribute.' \
                'update'\t'Change a ticket attribute.'
            set options $__intercom_shared_0
        case 'ticket-attributes list'
            set options $__intercom_shared_1 \
                '--ticket-type=.'\t'The ticket type: id or name. Required.' \
                '--where=@where'\t'Only these; see: intercom help query' \
                '--sort=@sort'\t'Order; -FIELD for descending.' \
                '--limit=.'\t'At most this many.' \
                '--all'\t'Every one there is.'
            set slots '.'
        case 'ticket-attributes create'
            set options $__intercom_shared_4 \
                '--ticket-type=.'\t'The ticket type: id or name.' \
                '--name=.'\t'What to call it. Required.' \
                '--description=.'\t'What it means. Required.' \
                '--type=string|list|integer|decimal|boolean|datetime|files'\t'What its values are. Required.' \
                '+--item=.'\t'A choice, for type list; all of them, once for each.' \
                '--multiline,--no-multiline'\t'For type string: whether it has several lines.' \
                '--allow-multiple-values,--no-allow-multiple-values'\t'For type files: whether it takes several.' \
                '--required-to-create,--no-required-to-create'\t'Whether teammates must fill it in.' \
                '--required-to-create-for-contacts,--no-required-to-create-for-contacts'\t'Whether customers must.' \
                '--visible-on-create,--no-visible-on-create'\t'Whether teammates are asked for it.' \
                '--visible-to-contacts,--no-visible-to-contacts'\t'Whether customers see it.' \
                '+--set=@pair'\t'Set any field: a.b=value.' \
                '--data=@file'\t'A JSON object to begin with.'
        case 'ticket-attributes update'
            set options $__intercom_shared_4 \
                '--ticket-type=.'\t'The ticket type: id or name.' \
                '--name=.'\t'What to call it.' \
                '--description=.'\t'What it means.' \
                '+--item=.'\t'A choice, for type list; all of them, once for each.' \
                '--multiline,--no-multiline'\t'For type string: whether it has several lines.' \
                '--allow-multiple-values,--no-allow-multiple-values'\t'For type files: whether it takes several.' \
                '--required-to-create,--no-required-to-create'\t'Whether teammates must fill it in.' \
                '--required-to-create-for-contacts,--no-required-to-create-for-contacts'\t'Whether customers must.' \
                '--visible-on-create,--no-visible-on-create'\t'Whether teammates are asked for it.' \
                '--visible-to-contacts,--no-visible-to-contacts'\t'Whether customers see it.' \
                '--archived,--no-archived'\t'Whether it is put away.' \
                '+--set=@pair'\t'Set any field: a.b=value.' \
                '--data=@file'\t'A JSON object to begin with.'
            set slots '.'
        case 'ticket-states'
            set names \
                'list'\t'List ticket states.'
            set options $__intercom_shared_0
        case 'ticket-states list'
            set options $__intercom_shared_1 \
                '--where=@where'\t'Only these; see: intercom help query' \
                '--sort=@sort'\t'Order; -FIELD for descending.' \
                '--limit=.'\t'At most this many.' \
                '--all'\t'Every one there is.'
        case 'ticket-types'
            set names \
                'list'\t'List ticket types.' \
                'get'\t'Show one ticket type or more.' \
                'create'\t'Create a ticket type.' \
                'update'\t'Change a ticket type.'
            set options $__intercom_shared_0
        case 'ticket-types list'
            set options $__intercom_shared_1 \
                '--where=@where'\t'Only these; see: intercom help query' \
                '--sort=@sort'\t'Order; -FIELD for descending.' \
                '--limit=.'\t'At most this many.' \
                '--all'\t'Every one there is.'
        case 'ticket-types get'
            set options $__intercom_shared_3
            set slots '+.'
        case 'ticket-types create'
            set options $__intercom_shared_4 \
                '--name=.'\t'What to call it. Required.' \
                '--description=.'\t'What it is for.' \
                '--category=Customer|Back-office|Tracker'\t'For customers, teammates, or many reports.' \
                '--icon=.'\t'An emoji that stands for it.' \
                '--is-internal,--no-is-internal'\t'Whether only teammates see its tickets.' \
                '+--set=@pair'\t'Set any field: a.b=value.' \
                '--data=@file'\t'A JSON object to begin with.'
        case 'ticket-types update'
            set options $__intercom_shared_4 \
                '--name=.'\t'What to call it.' \
                '--description=.'\t'What it is for.' \
                '--category=Customer|Back-office|Tracker'\t'For customers, teammates, or many reports.' \
                '--icon=.'\t'An emoji that stands for it.' \
                '--is-internal,--no-is-internal'\t'Whether only teammates see its tickets.' \
                '--archived,--no-archived'\t'Whether it is put away.' \
                '+--set=@pair'\t'Set any field: a.b=value.' \
                '--data=@file'\t'A JSON object to begin with.'
            set slots '.'
        case 'tickets'
            set names \
                'list'\t'List tickets.' \
                'get'\t'Read a ticket, by its id or its number, or show several.' \
                'search'\t'Search tickets.' \
                'create'\t'Create a ticket; its contact is told.' \
                'update'\t'Change a ticket; its contact is told of a new state.' \
                'delete'\t'Delete a ticket for good.' \
                'link'\t'Link a conversation to a tracker ticket.' \
                'unlink'\t'Take the link of a conversation to a tracker ticket away.' \
                'enqueue'\t'Create a ticket in the background, as a job; its contact is told.' \
                'change-type'\t'Give a ticket another type of its category.' \
                'assign'\t'Give tickets to an admin, a team, or nobody; their contacts are told.' \
                'close'\t'Close tickets; their contacts are told.' \
                'open'\t'Open tickets that were closed; their contacts are told.' \
                'snooze'\t'Put tickets off until a time; a day alone means nine in the morning.' \
                'reply'\t'Reply to the customer, or as the customer.' \
                'note'\t'Write a note that only teammates see.' \
                'tag'\t'Tag a ticket.' \
                'untag'\t'Take a tag off a ticket.'
            set options $__intercom_shared_0
        case 'tickets list'
            set options $__intercom_shared_1 \
                '--where=@where'\t'Only these; see: intercom help query' \
                '--sort=@sort'\t'Order; -FIELD for descending.' \
                '--limit=.'\t'At most this many.' \
                '--all'\t'Every one there is.'
        case 'tickets get'
            set options $__intercom_shared_3
            set slots '+.'
        case 'tickets search'
            set options $__intercom_shared_1 \
                '--where=@where'\t'Which; see: intercom help query' \
                '--sort=@sort'\t'Order; -FIELD for descending.' \
                '--limit=.'\t'At most this many.' \
                '--all'\t'Every one there is.'
        case 'tickets create'
            set options $__intercom_shared_4 \
                '--type=.'\t'Its ticket type: id or name. Required.' \
                '--contact=.'\t'Who asks: id, e-mail address or external:ID. Required.' \
                '--title=.'\t'What it is called.' \
                '--description=.'\t'What it is about; - reads stdin.' \
                '+--attribute=@pair'\t'What its type asks; once for each.' \
                '--company=.'\t'The company it is for: id, company:ID or name.' \
                '--conversation=.'\t'The conversation to link it to.' \
                '--assignee=.'\t'The admin: id, e-mail or name.' \
                '--team=.'\t'The team: id or name.' \
                '--created-at=.'\t'When it was made, if not now.' \
                '--skip-notifications,--no-skip-notifications'\t'Notify nobody of it.' \
                '+--set=@pair'\t'Set any field: a.b=value.' \
                '--data=@file'\t'A JSON object to begin with.'
        case 'tickets update'
            set options $__intercom_shared_4 \
                '--title=.'\t'What it is called.' \
                '--description=.'\t'What it is about; - reads stdin.' \
                '--company=.'\t'The company it is for: id, company:ID or name.' \
                '--is-shared,--no-is-shared'\t'Whether the customer sees it.' \
                '--skip-notifications,--no-skip-notifications'\t'Notify nobody of it.' \
                '--state=.'\t'Its state: id or name.' \
                '+--attribute=@pair'\t'What its type asks; once for each.' \
                '--admin=.'\t'Act as this admin: id, e-mail or name.' \
                '+--set=@pair'\t'Set any field: a.b=value.' \
                '--data=@file'\t'A JSON object to begin with.'
            set slots '.'
        case 'tickets delete'
            set options $__intercom_shared_4
            set slots '.'
        case 'tickets link'
            set options $__intercom_shared_4
            set slots '.' '.'
        case 'tickets unlink'
            set options $__intercom_shared_4
            set slots '.' '.'
        case 'tickets enqueue'
            set options $__intercom_shared_4 \
                '--type=.'\t'Its ticket type: id or name. Required.' \
                '--contact=.'\t'Who asks: id, e-mail address or external:ID. Required.' \
                '--title=.'\t'What it is called.' \
                '--description=.'\t'What it is about; - reads stdin.' \
                '+--attribute=@pair'\t'What its type asks; once for each.' \
                '--company=.'\t'The company it is for: id, company:ID or name.' \
                '--conversation=.'\t'The conversation to link it to.' \
                '--assignee=.'\t'The admin: id, e-mail or name.' \
                '--team=.'\t'The team: id or name.' \
                '--created-at=.'\t'When it was made, if not now.' \
                '--skip-notifications,--no-skip-notifications'\t'Notify nobody of it.' \
                '+--set=@pair'\t'Set any field: a.b=value.' \
                '--data=@file'\t'A JSON object to begin with.' \
                '--wait'\t'Wait until it is finished.' \
                '--wait-for=.'\t'Wait this long at most, and longer than not at all.'
        case 'tickets change-type'
            set options $__intercom_shared_4 \
                '--type=.'\t'The new type: id or name.' \
                '--state=.'\t'Its state: id or name.' \
                '+--attribute=@pair'\t'What its type asks; once for each.'
            set slots '.'
        case 'tickets assign'
            set options $__intercom_shared_4 \
                '--team=.'\t'To a team instead: id or name.' \
                '--nobody'\t'To nobody any more.' \
                '--skip-notifications'\t'Notify nobody of it.' \
                '--admin=.'\t'Act as this admin: id, e-mail or name.'
            set slots '.' '+.'
        case 'tickets close'
            set options $__intercom_shared_4 \
                '--skip-notifications'\t'Notify nobody of it.' \
                '--admin=.'\t'Act as this admin: id, e-mail or name.'
            set slots '+.'
        case 'tickets open'
            set options $__intercom_shared_4 \
                '--skip-notifications'\t'Notify nobody of it.' \
                '--admin=.'\t'Act as this admin: id, e-mail or name.'
            set slots '+.'
        case 'tickets snooze'
            set options $__intercom_shared_4 \
                '--until=.'\t'2h, tomorrow 9:00, monday, 2026-12-01T09:00.' \
                '--skip-notifications'\t'Notify nobody of it.' \
                '--admin=.'\t'Act as this admin: id, e-mail or name.'
            set slots '+.'
        case 'tickets reply'
            set options $__intercom_shared_4 \
                '--as=.'\t'Write as this contact instead.' \
                '+--file=@file'\t'A file to attach; ten at most.' \
                '+--attach-url=.'\t'An address to attach; ten at most.' \
                '+--option=.'\t'A button to answer with; with --as, the one pressed. UUID=TEXT sets its id.' \
                '--skip-notifications'\t'Notify nobody of it.' \
                '--created-at=.'\t'When it was said.' \
                '--admin=.'\t'Act as this admin: id, e-mail or name.'
            set slots '.' '.'
        case 'tickets note'
            set options $__intercom_shared_4 \
                '+--file=@file'\t'A file to attach; ten at most.' \
                '+--attach-url=.'\t'An address to attach; ten at most.' \
                '--cross-post'\t'Also into the conversations linked to a back-office ticket.' \
                '--skip-notifications'\t'Notify nobody of it.' \
                '--created-at=.'\t'When it was said.' \
                '--admin=.'\t'Act as this admin: id, e-mail or name.'
            set slots '.' '.'
        case 'tickets tag'
            set options $__intercom_shared_4 \
                '--create'\t'Make the tag if there is none.' \
                '--admin=.'\t'Act as this admin: id, e-mail or name.'
            set about 'tags'
            set slots '.' '.'
        case 'tickets untag'
            set options $__intercom_shared_4 \
                '--admin=.'\t'Act as this admin: id, e-mail or name.'
            set about 'tags'
            set slots '.' '.'
        case 'trigger'
            set options $__intercom_shared_13 \
                '--from=.'\t'About this record of your workspace.' \
                '+--set=@pair'\t'Change a value, such as email=a@b.c or data.item.id=5.' \
                '--to=.'\t'Where to send it.'
            set slots '.'
        case 'version'
            set options $__intercom_shared_7
        case 'visitors'
            set names \
                'get'\t'Show a visitor.' \
                'update'\t'Change a visitor, named by --user-id or --id.' \
                'convert'\t'Make a visitor a contact, new or known; the visitor is gone then.'
            set options $__intercom_shared_0
        case 'visitors get'
            set options $__intercom_shared_3 \
                '--user-id=.'\t'The visitor, by your site\'s user id. Required.'
            set slots '.'
        case 'visitors update'
            set options $__intercom_shared_4 \
                '--user-id=.'\t'The user id that your site gave the visitor.' \
                '--id=.'\t'The id Intercom gave the visitor.' \
                '--name=.'\t'What to call them.' \
                '+--set=@pair'\t'Set any field: a.b=value.' \
                '--data=@file'\t'A JSON object to begin with.'
        case 'visitors convert'
            set options $__intercom_shared_4 \
                '--into=.'\t'Who it is: an id, an e-mail address, or external:ID, which may be new.' \
                '--user-id=.'\t'The visitor, by your site\'s user id.' \
                '--id=.'\t'The visitor, by Intercom\'s id.' \
                '--email=.'\t'The e-mail address of a new contact.' \
                '--type=user|lead'\t'What a new contact becomes.'
        case 'watch'
            set options $__intercom_shared_12 \
                '--every=.'\t'How often to ask, such as 10s or 5m.' \
                '--topics=.'\t'Only these, such as contact.created,conversation.*' \
                '-f,--forward-to=.'\t'Send each to this address.' \
                '--exec=.'\t'Run this for each; {} and {data.item.id} are filled in.' \
                '--run=@file'\t'Run this workflow for each.' \
                '--record=@file'\t'Add each to this file; see: intercom replay' \
                '--state=@file'\t'Where to remember what was seen; a file for each workspace.' \
                '--since=.'\t'Where the first run begins, such as 1d; it begins now.' \
                '--once'\t'Ask once and end.'
            set slots '+commands|completion|config|connect|disconnect|doctor|find|listen|open|replay|request|sandbox|schema|status|trigger|version|watch|workflow|workspaces|activity-logs|admins|articles|audiences|away-reasons|banners|brands|calls|collections|companies|contacts|content|content-snippets|content-sources|conversation-attributes|conversations|custom-objects|data-attributes|data-connectors|ecommerce|emails|events|exports|external-pages|fin|fin-voice|folders|help-centers|internal-articles|ip-allowlist|jobs|macros|messages|news-items|newsfeeds|notes|office-hours|office-hours-exceptions|phone-call-redirects|redirects|reports|secure-mode-secrets|segments|subscription-types|tags|teams|ticket-attributes|ticket-states|ticket-types|tickets|visitors|workflows'
        case 'workflow'
            set names \
                'run'\t'Run a workflow, or go on with a run that was interrupted.' \
                'check'\t'Check a workflow, and say on which line what is wrong.' \
                'runs'\t'List the runs there were, the latest first.' \
                'schema'\t'Print a JSON Schema of workflow files, for editors.'
            set options $__intercom_shared_0
        case 'workflow run'
            set options $__intercom_shared_4 \
                '+--set=@pair'\t'An input of the file.' \
                '--event=@file'\t'The notification that starts it.' \
                '--read'\t'With --dry-run: do what only reads.' \
                '--resume=.'\t'Go on with this run; see: workflow runs' \
                '+--repeat=.'\t'Do this step again.' \
                '+--skip=.'\t'Take this step for done.' \
                '--allow-shell'\t'Let its steps run a shell.'
            set slots '@file'
        case 'workflow check'
            set options $__intercom_shared_5
            set slots '@file'
        case 'workflow runs'
            set options $__intercom_shared_7
        case 'workflow schema'
            set options $__intercom_shared_7
        case 'workflows'
            set names \
                'export'\t'Show everything a workflow is made of, as JSON.'
            set options $__intercom_shared_0
        case 'workflows export'
            set options $__intercom_shared_3 \
                '--to=@file'\t'Where to save it; - for standard output.' \
                '--force'\t'Replace a file that is there.'
            set slots '.'
        case 'workspaces'
            set names \
                'list'\t'List connected workspaces.' \
                'use'\t'Make a workspace the default.' \
                'rename'\t'Give a workspace another name on this machine.' \
                'show'\t'Show what is known of a workspace.'
            set options $__intercom_shared_0
        case 'workspaces list'
            set options $__intercom_shared_7
        case 'workspaces use'
            set options $__intercom_shared_8
            set slots '@workspace'
        case 'workspaces rename'
            set options $__intercom_shared_8
            set slots '@workspace' '.'
        case 'workspaces show'
            set options $__intercom_shared_7
            set slots '@workspace'
        case '*'
            return 1
    end
    return 0
end

# Names that are not offered, but mean a command.
function __intercom_rename
    switch $argv[1]
        case api
            echo request
        case login
            echo connect
        case logout
            echo disconnect
        case whoami
            echo status
        case '*'
            printf '%s\n' $argv[1]
    end
end

# The fields of what a command is about.
function __intercom_fields_of -S
    set fields
    switch "$argv[1]"
        case "activity-logs"
            set fields id:i performed_by.id:i performed_by.email:s performed_by.ip:s activity_type:s activity_description:s created_at:d
        case "admins"
            set fields id:i name:s email:s job_title:s away_mode_enabled:b has_inbox_seat:b
        case "articles"
            set fields id:i title:s description:s body:s 'state:s=published|draft' author_id:i parent_ids:i url:s has_unpublished_changes:b created_at:d updated_at:d author:i-/ collection:i-/
        case "articles version"
            set fields id:. title:. state:. created_by_id:. created_via:. created_at:.
        case "articles versions"
            set fields id:. title:. state:. created_by_id:. created_via:. created_at:.
        case "audiences"
            set fields id:i name:s created_at:d updated_at:d predicates:.
        case "away-reasons"
            set fields id:i label:s deleted:b emoji:.
        case "banners"
            set fields view_id:. title:. body:. style:. position:. show_dismiss_button:.
        case "brands"
            set fields id:i name:s is_default:b help_center_id:. default_address_settings_id:.
        case "calls"
            set fields id:i state:i 'direction:i=inbound|outbound' call_type:i ended_reason:i phone:s contact_id:i admin_id:i conversation_id:i initiated_at:d created_at:d talked:.
        case "collections"
            set fields id:i name:s description:s parent_id:i help_center_id:i order:n created_at:d updated_at:d
        case "companies"
            set fields id:i name:s company_id:s website:s industry:s plan.name:s plan.id:s created_at:d updated_at:d remote_created_at:d last_request_at:d size:n monthly_spend:n session_count:n user_count:n tag_id:t- segment_id:i- plan:o/ tags:i/ segments:i/ notes:i/ tag:t-/ segment:i-/ tags.:c/ segments.:c/ notes.:c/ custom_attributes.:c/
        case "contacts"
            set fields id:i 'role:i=user|lead' owner_id:i segment_id:i- name:s avatar:s email:s email_domain:s phone:s formatted_phone:s- external_id:s language_override:s browser:s browser_language:s os:s location.country:s location.region:s location.city:s ios_app_version:s ios_device:s ios_app_device:s- ios_os_version:s ios_app_name:s ios_sdk_version:s android_app_version:s android_device:s android_app_name:s created_at:d signed_up_at:d updated_at:d last_seen_at:d last_contacted_at:d last_replied_at:d last_email_opened_at:d last_email_clicked_at:d ios_last_seen_at:d android_last_seen_at:d unsubscribed_from_emails:b marked_email_as_spam:b has_hard_bounced:b tag_id:t- location:o/ tags:i/ companies:i/ notes:i/ social_profiles:i/ owner:i-/ tag:t-/ segment:i-/ company:i-/ tags.:c/ companies.:c/ notes.:c/ social_profiles.:c/ custom_attributes.:c/
        case "content"
            set fields type:. id:. title:. contents.locale:. contents.id:.
        case "content-snippets"
            set fields id:i title:s body_markdown:s locale:s ai_chatbot_availability:b ai_copilot_availability:b ai_sales_agent_availability:b created_at:d updated_at:d
        case "content-sources"
            set fields id:i url:s 'sync_behavior:s=api|automatic|manual' 'status:s=active|deactivated' created_at:d updated_at:d last_synced_at:d
        case "conversation-attributes"
            set fields id:i name:s description:s 'data_type:s=string|integer|list|decimal|boolean|datetime|relationship|files' required:b archived:b options.label:.
        case "conversations"
            set fields id:i 'state:i=open|closed|snoozed' 'priority:i=none|low|medium|high|urgent' contact_ids:i- teammate_ids:i- tag_ids:i- channel_initiated:i- 'source.type:i=conversation|email|facebook|instagram|phone_call|phone_switch|push|sms|twitter|whatsapp' source.id:i source.delivered_as:i source.author.id:i source.author.type:i statistics.last_closed_by_id:i conversation_rating.contact_id:i- conversation_rating.admin_id:i- 'ai_agent.resolution_state:i=assumed_resolution|confirmed_resolution|escalated|negative_feedback|procedure_handoff' 'ai_agent.last_answer_type:i=ai_answer|custom_answer' 'ai_agent.source_type:i=essentials_plan_setup|profile|workflow|workflow_preview|fin_preview' source.subject:s source.body:s source.author.name:s source.author.email:s source.url:s conversation_rating.remark:s ai_agent.rating_remark:s ai_agent.source_title:s created_at:d updated_at:d waiting_since:d snoozed_until:d statistics.first_contact_reply_at:d statistics.first_assignment_at:d statistics.first_admin_reply_at:d statistics.first_close_at:d statistics.last_assignment_at:d statistics.last_assignment_admin_reply_at:d statistics.last_contact_reply_at:d statistics.last_admin_reply_at:d statistics.last_close_at:d admin_assignee_id:i team_assignee_id:i statistics.time_to_assignment:n statistics.time_to_admin_reply:n statistics.time_to_first_close:n statistics.time_to_last_close:n statistics.median_time_to_reply:n statistics.count_reopens:n statistics.count_assignments:n statistics.count_conversation_parts:n conversation_rating.score:n- ai_agent.rating:n open:b read:b ai_agent_participated:b title:s/ subject:s/ source:o/ sla_applied:o/ conversation_rating:o/ ai_agent:o/ company:o/ tags:i/ contacts:i/ teammates:i/ linked_objects:i/ assigned:i-/ assignee:i-/ team:i-/ teammate:i-/ tag:i-/ contact:i-/ tags.:c/ contacts.:c/ teammates.:c/ linked_objects.:c/ sla_applied.:c/ custom_attributes.:c/
        case "conversations deleted"
            set fields id:. deleted_at:. metrics_retained:.
        case "conversations handling-events"
            set fields teammate.name:. type:. reason:. timestamp:.
        case "conversations side-conversations"
            set fields side_conversation_id:. total_count:. conversation_parts.0.author.name:. conversation_parts.0.created_at:. conversation_parts.0.body:.
        case "custom-objects"
            set fields id:i external_id:s created_at:d updated_at:d external_created_at:d external_updated_at:d custom_attributes:c custom_attributes.:c/
        case "data-attributes"
            set fields id:. model:. name:. label:. data_type:. custom:. archived:.
        case "data-connectors"
            set fields id:i name:s description:s 'state:s=draft|live' 'http_method:s=get|post|put|delete|patch' direct_fin_usage:b created_by_admin_id:i updated_by_admin_id:i updated_at:.
        case "data-connectors run"
            set fields id:. created_at:. success:. http_status:. execution_time_ms:. error_type:. source_type:. conversation_id:.
        case "data-connectors runs"
            set fields id:. created_at:. success:. http_status:. execution_time_ms:. error_type:. source_type:. conversation_id:.
        case "ecommerce"
            set fields import_job_id:. status:. next_part_number:.
        case "emails"
            set fields id:i email:s domain:s verified:b brand_id:i forwarding_enabled:b forwarded_email_last_received_at:d
        case "events"
            set fields event_name:s created_at:d metadata:.
        case "exports"
            set fields job_identifier:. status:. download_expires_at:.
        case "external-pages"
            set fields id:i title:s html:s url:s source_id:i external_id:i locale:s=en fin_availability:b created_at:d updated_at:d last_ingested_at:d
        case "fin"
            set fields conversation_id:. user_id:. status:. created_at_ms:.
        case "fin-voice"
            set fields id:. status:. user_phone_number:. external_call_id:. intercom_call_id:. intercom_conversation_id:.
        case "folders"
            set fields id:i name:s description:s parent_folder_id:i content_count:n created_at:d updated_at:d emoji:.
        case "help-centers"
            set fields id:i display_name:s identifier:s url:s website_turned_on:b locales:s default:.
        case "internal-articles"
            set fields id:i title:s body:s author_id:i owner_id:i locale:s created_at:d updated_at:d
        case "ip-allowlist"
            set fields enabled:. ip_allowlist:.
        case "jobs"
            set fields id:. status:. resource_type:. resource_id:.
        case "macros"
            set fields id:i name:s body_text:s 'visible_to:s=everyone|specific_teams' visible_to_team_ids:i 'available_on:s=inbox|messenger' updated_at:.
        case "messages"
            set fields id:. message_type:. owner.name:. body:. created_at:.
        case "news-items"
            set fields id:i title:s body:s 'state:s=draft|live' sender_id:i labels:s deliver_silently:b created_at:d updated_at:d newsfeed_assignments.newsfeed_id:.
        case "newsfeeds"
            set fields id:i name:s created_at:d updated_at:d
        case "newsfeeds items"
            set fields id:. title:. state:. newsfeed_assignments.newsfeed_id:. sender_id:. updated_at:.
        case "notes"
            set fields id:. created_at:. author.name:. body:.
        case "office-hours"
            set fields id:. name:. time_zone_name:. time_intervals:.
        case "office-hours-exceptions"
            set fields id:. exception_date:. name:. time_intervals:. recurring_annually:.
        case "phone-call-redirects"
            set fields phone:. url:.
        case "redirects"
            set fields id:i from_url:s 'target_type:s=article|collection' target_id:i locale:s created_at:d updated_at:d
        case "reports"
            set fields job_identifier:. status:. download_expires_at:.
        case "secure-mode-secrets"
            set fields id:. name:. supports_web:. supports_ios:. supports_android:. created_at:.
        case "segments"
            set fields id:. name:. person_type:. updated_at:.
        case "subscription-types"
            set fields id:i 'state:s=live|draft|archived' 'consent_type:s=opt_out|opt_in' default_translation.name:s
        case "tags"
            set fields id:i name:s
        case "teams"
            set fields id:i name:s distribution_method:s admin_ids:. admin_ids:. assignment_limit:.
        case "ticket-attributes"
            set fields id:i name:s 'data_type:i=string|list|integer|decimal|boolean|datetime|files' archived:b required_to_create:b visible_to_contacts:b input_options.list_options:.
        case "ticket-states"
            set fields id:i internal_label:s external_label:s 'category:i=submitted|in_progress|waiting_on_customer|resolved' archived:b ticket_types:.
        case "ticket-types"
            set fields id:i name:s 'category:i=Customer|Back-office|Tracker' archived:b is_internal:b icon:. ticket_type_attributes:. description:.
        case "tickets"
            set fields id:i title:s- description:s- state:i- 'category:i-=request|task|tracker' ticket_type_id:i- open:b contact_ids:i- admin_assignee_id:i team_assignee_id:i teammate_ids:i- created_at:d updated_at:d snoozed_until:d ticket_id:i/ is_shared:b/ previous_ticket_state_id:i/ ticket_state_internal_label:s/ contacts:i/ linked_objects:i/ assigned:i-/ type:i-/ assignee:i-/ team:i-/ teammate:i-/ contact:i-/ ticket_attributes.:c/ ticket_state.:c/ ticket_type.:c/ contacts.:c/ linked_objects.:c/ ticket_attributes._default_title_:. ticket_type.name:. ticket_state.internal_label:.
        case "visitors"
            set fields id:. user_id:. name:. created_at:. last_request_at:. session_count:.
        case "workflows"
            set fields workflow.id:. workflow.title:.
    end
end

# What can follow fields of a kind.
function __intercom_signs -S
    switch $argv[1]
        case s
            set signs '=' '!=' '~' '!~' '^' '$' 'in' 'not' 'is'
            set negated in
            set usual 
        case i
            set signs '=' '!=' 'in' 'not' 'is'
            set negated in
            set usual 
        case t
            set signs '=' '!=' 'in' 'not' 'is'
            set negated in
            set usual 
        case b
            set signs '=' '!=' 'in' 'not' 'is'
            set negated in
            set usual true false
        case n
            set signs '=' '!=' '<' '<=' '>' '>=' 'in' 'between' 'not' 'is'
            set negated in between
            set usual 
        case d
            set signs '=' '!=' '<' '<=' '>' '>=' 'in' 'between' 'not' 'is'
            set negated in between
            set usual today yesterday 7d 30d
        case o
            set signs 'is'
            set negated 
            set usual 
        case c
            set signs '=' '!=' '~' '!~' '^' '$' '<' '<=' '>' '>=' 'in' 'between' 'not' 'is'
            set negated in between
            set usual 
    end
end

# What can follow the beginning of an expression of --where. Its fields stand in $fields as
# NAME:KIND[-][/][=VALUE|VALUE...]  where - marks what --fields and / what --sort lacks.
function __intercom_where -S
    set -l state field; set -l known; set -l here ''; set -l offers; set -l stem
    __intercom_where_read $argv[1]
    set stem $here
    __intercom_where_next
    string match -qr '[)"\']$' -- $argv[1]; and test $state = after; and set offers ' '$offers
    # A word that alone is possible is offered with what can follow it: fish takes a single answer
    # for the last one, and closes the quotes.
    for turn in 1 2 3
        test (count $offers) = 1; or break
        set -l one $offers
        switch $state:$one
            case 'value:*' '*:null'
                break
            case 'field:*.'
                set offers $one {$one}NAME
                break
        end
        __intercom_where_step (string split ' ' -- $one)[-1]
        set here ''
        set offers
        __intercom_where_next
        test -n "$offers"; or set offers '' VALUE
        contains -- $state more item; or set one "$one "
        set offers $one$offers
    end
    set -l length (math (string length -- $argv[1]) - (string length -- "$stem"))
    set -l before $lead(string sub -l $length -- $argv[1])
    printf '%s\n' $before$offers
end

# Read pieces up to the last word, which may go on; within open quotes nothing is known.
function __intercom_where_read -S
    set -l rest (string trim -l -- $argv[1])
    set -l bare '[^\\s=<>~^$!(),"\']+'
    while test -n "$rest"
        set -l piece (string match -r '^(?:"[^"]*"|\'[^\']*\'|[!<>]=|!~|[=<>~^$(),]|'$bare')' -- $rest)
        if test -z "$piece"
            set state nothing
            return
        else if test "$piece" = "$rest"; and string match -qr '^'$bare'$' -- $piece
            set here $piece
            return
        end
        set rest (string sub -s (math (string length -- $piece) + 1) -- $rest | string trim -l)
        __intercom_where_step $piece
    end
end

# Take in one piece.
function __intercom_where_step -S
    switch $state:(string lower -- $argv[1])
        case 'field:(' field:not 'after:)' after:ago both:ago
        case 'field:*'
            set known (string trim -c '"\'' -- $argv[1])
            set state sign
        case sign:in not:in
            set state open
        case sign:between not:between
            set state low
        case sign:not
            set state not
        case sign:is
            set state is
        case is:not
            set state null
        case 'open:(' 'more:,'
            set state item
        case 'item:*'
            set state more
        case 'low:*'
            set state both
        case 'sign:*' 'both:*'
            set state value
        case 'after:*'
            set state field
        case '*'
            set state after
    end
end

# Offer what can follow, where it begins with what is there of it.
function __intercom_where_next -S
    set -l kind c; set -l values; set -l signs; set -l negated; set -l usual; set -l words
    for field in $fields
        set -l parts (string split -m 1 : -- $field)
        if test $state = field
            string match -q '.*' -- $parts[2]; or set -a words $parts[1]
        else if test "$parts[1]" = "$known"
            set kind (string sub -l 1 -- $parts[2])
            set values (string split '|' -- (string split -m 1 = -- $parts[2])[2])
        end
    end
    __intercom_signs $kind
    test -n "$values"; or set values $usual
    switch $state
        case sign
            set words $signs
        case not
            set words $negated
        case is
            set words null not
        case null
            set words null
        case open
            set words '('
        case value item low
            set words $values
        case more
            set words , ')'
        case both
            set words and
        case after
            set words and or
    end
    for word in $words
        test (string sub -l (string length -- "$here") -- $word)x = "$here"x; and set -a offers $word
    end
    return 0
end

# Offer what can stand at the cursor; asked whether that is a file, only tell.
function __intercom_complete
    set -l names; set -l options; set -l slots; set -l place; set -l helping
    set -l waiting; set -l closed; set -l used; set -l about; set -l fields; set -l count 1
    set -l kind; set -l lead ''; set -l value
    __intercom_read; or return 1
    if test "$argv[1]" = file
        # Then fish completes it in its own way.
        test -z "$lead"; and contains -- $kind @file @directory
        return
    end
    switch $kind
        case @options
            __intercom_options
        case @names
            printf '%s\n' $names
        case @workspace
            __intercom_workspaces
        case @fields
            __intercom_shown
        case @groups
            __intercom_shown day week month year
        case @sort
            __intercom_sort
        case @where
            __intercom_fields_of (string split ' ' -- $place)[1]
            __intercom_where $value
        case @pair
            if string match -qr '=@' -- $value
                set lead $lead(string replace -r '=@.*' '=@' -- $value)
                __intercom_files (string replace -r '^.*?=@' '' -- $value)
            end
        case @file @directory
            test -n "$lead"; and __intercom_files $value
        case . ''
            return 0
        case '*'
            printf '%s\n' $lead(string split '|' -- $kind)
    end
end

# Read the words before the cursor, and tell in $kind what can stand there.
function __intercom_read -S
    set -l typed (commandline -opc)
    set -l current (commandline -ct)
    for end in '' "'" '"'
        set -l plain (string unescape -- $current$end)
        and set current $plain
        and break
    end
    while string match -qr '^[A-Za-z_]\w*=' -- $typed[1]
        set -e typed[1]
    end
    set -e typed[1]
    __intercom_look ''
    for word in $typed
        if test -n "$waiting"
            set waiting
        else if test -z "$closed"; and test "$word" = --
            set closed 1
        else if test -z "$closed"; and string match -qr '^-.' -- $word
            __intercom_option $word
        else if set -q names[1]
            __intercom_enter $word; or return 1
        else
            set count (math $count + 1)
        end
    end
    set value $current
    if test -n "$waiting"
        set kind $waiting
    else if test -z "$closed"; and string match -qr '^--[^=]*=' -- $current
        set lead (string replace -r '=.*' '=' -- $current)
        set value (string replace -r '^[^=]*=' '' -- $current)
        __intercom_use (string replace -r '=.*' '' -- $current)
        set kind $waiting
    else if test -z "$closed"; and string match -qr '^-' -- $current
        set kind @options
    else if set -q names[1]
        set kind @names
    else if set -q slots[$count]
        set kind (string trim -l -c + -- $slots[$count])
    else if string match -qr '^[+]' -- $slots[-1]
        set kind (string trim -l -c + -- $slots[-1])
    end
    return 0
end

# Go to a command, or to a verb of the one already named.
function __intercom_enter -S
    set -l name $argv[1]
    if test -z "$place$helping"; and test "$name" = help
        set helping 1
        set options
        set names $__intercom_help
        return 0
    end
    if test -z "$place"
        set place (__intercom_rename $name)
    else
        set place "$place $name"
    end
    __intercom_look $place; or return 1
    if test -n "$helping"
        set options
        set slots
    end
    return 0
end

# Remember an option, or several single letters in one word, and whether a value is to follow.
function __intercom_option -S
    if string match -qr '^--[^=]*=' -- $argv[1]
        __intercom_use (string replace -r '=.*' '' -- $argv[1])
        set waiting
    else if string match -qr '^--' -- $argv[1]
        __intercom_use $argv[1]
    else
        set -l letters (string split '' -- (string sub -s 2 -- $argv[1]))
        while set -q letters[1]
            __intercom_use -$letters[1]
            set -e letters[1]
            if test -n "$waiting"
                set -q letters[1]; and set waiting
                break
            end
        end
    end
end

function __intercom_use -S
    for option in $options
        set -l code (string split \t -- $option)[1]
        set -l flags (string split , -- (string replace -r '^[+]?([^=]*).*' '$1' -- $code))
        if contains -- $argv[1] $flags
            set -a used $option
            if string match -q '*=*' -- $code
                set waiting (string replace -r '^[^=]*=' '' -- $code)
            end
            return 0
        end
    end
end

function __intercom_options -S
    for option in $options
        if contains -- $option $used; and not string match -qr '^[+]' -- $option
            continue
        end
        set -l parts (string split -m 1 \t -- $option)
        for flag in (string split , -- (string replace -r '^[+]?([^=]*).*' '$1' -- $parts[1]))
            printf '%s\t%s\n' $flag $parts[2]
        end
    end
end

# Files inside a word, as in --data=FILE: fish lists them as for a command it knows nothing of.
function __intercom_files -S
    set -l typed (string escape -n -- $argv[1] | string replace -r '^\\\\~' '~')
    for file in (complete -C "__intercom_no_command $typed")
        printf '%s\n' $lead$file
    end
end

# Names of fields, parted by commas; each once. Behind those of times go the spans that are given.
function __intercom_shown -S
    __intercom_fields_of $about
    set -l before (string split , -- $value)[1..-2]
    string match -q '*,*' -- $value; and set lead $lead(string replace -r '[^,]*$' '' -- $value)
    for field in $fields
        set -l name (string replace -r '[.]?:.*' '' -- $field)
        string match -qr ':.-' -- $field; or contains -- $name $before; or printf '%s\n' $lead$name
        string match -q '*:d' -- $field; and string match -q "*$name:*" -- $value; and printf '%s\n' $lead$name:$argv
    end
end

# A field to sort by, after - for descending.
function __intercom_sort -S
    __intercom_fields_of (string split ' ' -- $place)[1]
    string match -q -- '-*' $value; and set lead $lead-
    for field in $fields
        string match -qr ':[.]|[.]:|^[^=]*/' -- $field; or printf '%s\n' $lead(string split : -- $field)[1]
    end
end

# Names of connected workspaces; a line with anything but harmless characters is passed over.
function __intercom_workspaces -S
    set -l directory ~/.config/intercom-cli
    set -l mac ~/Library/'Application Support'/intercom-cli
    if test -n "$INTERCOM_CONFIG_DIR"
        set directory (string replace -r '^~' ~ -- $INTERCOM_CONFIG_DIR)
    else if string match -qr '^/' -- "$XDG_CONFIG_HOME"
        set directory $XDG_CONFIG_HOME/intercom-cli
    else if test -d $mac
        set directory $mac
    end
    if test -f $directory/workspaces.txt -a -r $directory/workspaces.txt
        for name in (string match -r '^[A-Za-z0-9._@][A-Za-z0-9._@-]*$' <$directory/workspaces.txt)
            printf '%s\n' $lead$name
        end
    end
end

for program in intercom intercom-cli
    complete -e -c $program
    complete -c $program -f -a '(__intercom_complete)'
    complete -c $program -n '__intercom_complete file' -F
end
