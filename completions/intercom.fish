# Completion for intercom in fish 3.1 and later.
# Made from the commands themselves by: intercom completion fish
# It starts no program: all it knows is below, and in workspaces.txt beside config.toml.
#
# An option is written  [+]FLAG[,FLAG...][=VALUE]  and a word a command takes  [+]VALUE, where +
# marks what may be repeated, and VALUE is the choices a|b, or . for anything, or what kind it is.

set -g __intercom_shared_0 \
    '-o,--output=table|json|ndjson|csv|tsv|yaml|ids'\t'Format; see: intercom help output' \
    '--fields=.'\t'Only these fields.' \
    '--jq=.'\t'Filter the result with jq.' \
    '-r,--raw'\t'With --jq: strings without quotes.' \
    '-n,--dry-run'\t'Show the request, send nothing.' \
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
    '-o,--output=table|json|ndjson|csv|tsv|yaml|ids'\t'Format; see: intercom help output' \
    '--fields=.'\t'Only these fields.' \
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
set -g __intercom_shared_2 \
    '-q,--quiet'\t'Say nothing but errors.' \
    '-v,--verbose'\t'Say how many requests it took.' \
    '--debug'\t'Show requests and answers.' \
    '--no-input'\t'Never ask; exit 3 instead.' \
    '--color=auto|always|never'\t'When to use colour.' \
    '-h,--help'\t'Show help.'
set -g __intercom_shared_3 \
    '-o,--output=table|json|ndjson|csv|tsv|yaml|ids'\t'Format; see: intercom help output' \
    '--fields=.'\t'Only these fields.' \
    '--jq=.'\t'Filter the result with jq.' \
    '-r,--raw'\t'With --jq: strings without quotes.' \
    '-q,--quiet'\t'Say nothing but errors.' \
    '-v,--verbose'\t'Say how many requests it took.' \
    '--debug'\t'Show requests and answers.' \
    '--no-input'\t'Never ask; exit 3 instead.' \
    '--color=auto|always|never'\t'When to use colour.' \
    '-h,--help'\t'Show help.'
set -g __intercom_shared_4 \
    '-n,--dry-run'\t'Show the request, send nothing.' \
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
    '-n,--dry-run'\t'Show the request, send nothing.' \
    '-y,--yes'\t'Do not ask for confirmation.' \
    '--no-validate'\t'Send fields that are not known here.' \
    '-q,--quiet'\t'Say nothing but errors.' \
    '-v,--verbose'\t'Say how many requests it took.' \
    '--debug'\t'Show requests and answers.' \
    '--no-input'\t'Never ask; exit 3 instead.' \
    '--color=auto|always|never'\t'When to use colour.' \
    '-h,--help'\t'Show help.'
set -g __intercom_help \
    'admins'\t'Teammates with access to the workspace.' \
    'companies'\t'Organisations that contacts belong to.' \
    'completion'\t'Print the script that completes command lines in a shell.' \
    'config'\t'Show and change settings.' \
    'connect'\t'Connect to an Intercom workspace, or to a sandbox.' \
    'contacts'\t'People: users and leads.' \
    'data-attributes'\t'What contacts and companies can be described with.' \
    'disconnect'\t'Forget a workspace on this machine, or uninstall its app.' \
    'doctor'\t'Find out what stands in the way.' \
    'request'\t'Send any request to the API.' \
    'sandbox'\t'Serve, fill and reset a workspace on this machine.' \
    'segments'\t'Groups of contacts or companies, made by rules.' \
    'status'\t'Show which workspace and which token commands use.' \
    'tags'\t'Labels for people, companies and conversations.' \
    'version'\t'Show the version.' \
    'workspaces'\t'List, choose, rename and show connected workspaces.' \
    'connect'\t'A topic.' \
    'environment'\t'A topic.' \
    'exit-codes'\t'A topic.' \
    'output'\t'A topic.' \
    'query'\t'A topic.'

# Say what can follow a command.
function __intercom_look -S
    set names
    set slots
    switch $argv[1]
        case ''
            set names \
                'admins'\t'Teammates with access to the workspace.' \
                'companies'\t'Organisations that contacts belong to.' \
                'completion'\t'Print the script that completes command lines in a shell.' \
                'config'\t'Show and change settings.' \
                'connect'\t'Connect to an Intercom workspace, or to a sandbox.' \
                'contacts'\t'People: users and leads.' \
                'data-attributes'\t'What contacts and companies can be described with.' \
                'disconnect'\t'Forget a workspace on this machine, or uninstall its app.' \
                'doctor'\t'Find out what stands in the way.' \
                'request'\t'Send any request to the API.' \
                'sandbox'\t'Serve, fill and reset a workspace on this machine.' \
                'segments'\t'Groups of contacts or companies, made by rules.' \
                'status'\t'Show which workspace and which token commands use.' \
                'tags'\t'Labels for people, companies and conversations.' \
                'version'\t'Show the version.' \
                'workspaces'\t'List, choose, rename and show connected workspaces.' \
                'help'\t'Show help on a command or a topic.'
            set options $__intercom_shared_0 \
                '-V,--version'\t'Show the version.'
        case 'admins'
            set names \
                'list'\t'List admins.' \
                'get'\t'Show one admin or more.'
            set options $__intercom_shared_0
        case 'admins list'
            set options $__intercom_shared_1 \
                '--where=.'\t'Only these; see: intercom help query' \
                '--limit=.'\t'At most this many.' \
                '--all'\t'Every one there is.'
        case 'admins get'
            set options $__intercom_shared_1
            set slots '+.'
        case 'companies'
            set names \
                'list'\t'List companies.' \
                'get'\t'Show one company or more.' \
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
                'untag'\t'Take a tag off a company.'
            set options $__intercom_shared_0
        case 'companies list'
            set options $__intercom_shared_1 \
                '--where=.'\t'Only these; see: intercom help query' \
                '--limit=.'\t'At most this many.' \
                '--all'\t'Every one there is.'
        case 'companies get'
            set options $__intercom_shared_1
            set slots '+.'
        case 'companies create'
            set options $__intercom_shared_0 \
                '--company-id=.'\t'Your own id of the company. Required.' \
                '--name=.'\t'Name.' \
                '--plan=.'\t'Name of the plan.' \
                '--size=.'\t'Number of employees.' \
                '--website=.'\t'Address of the website.' \
                '--industry=.'\t'What it does.' \
                '--monthly-spend=.'\t'Revenue a month, a whole number.' \
                '--remote-created-at=.'\t'When you created it.' \
                '--update-last-request-at,--no-update-last-request-at'\t'Count this as activity.' \
                '+--set=@pair'\t'Set any field: a.b=value.' \
                '--data=@file'\t'A JSON object to begin with.'
        case 'companies update'
            set options $__intercom_shared_0 \
                '--name=.'\t'Name.' \
                '--plan=.'\t'Name of the plan.' \
                '--size=.'\t'Number of employees.' \
                '--website=.'\t'Address of the website.' \
                '--industry=.'\t'What it does.' \
                '--monthly-spend=.'\t'Revenue a month, a whole number.' \
                '+--set=@pair'\t'Set any field: a.b=value.' \
                '--data=@file'\t'A JSON object to begin with.'
            set slots '.'
        case 'companies delete'
            set options $__intercom_shared_0
            set slots '.'
        case 'companies contacts'
            set options $__intercom_shared_1 \
                '--limit=.'\t'At most this many.' \
                '--all'\t'Every one there is.'
            set slots '.'
        case 'companies segments'
            set options $__intercom_shared_1 \
                '--limit=.'\t'At most this many.' \
                '--all'\t'Every one there is.'
            set slots '.'
        case 'companies notes'
            set options $__intercom_shared_1 \
                '--limit=.'\t'At most this many.' \
                '--all'\t'Every one there is.'
            set slots '.'
        case 'companies attach'
            set options $__intercom_shared_0
            set slots '.' '.'
        case 'companies detach'
            set options $__intercom_shared_0
            set slots '.' '.'
        case 'companies note'
            set options $__intercom_shared_0 \
                '--admin=.'\t'Write as this admin.'
            set slots '.' '.'
        case 'companies tag'
            set options $__intercom_shared_0 \
                '--create'\t'Make the tag if there is none.'
            set slots '.' '.'
        case 'companies untag'
            set options $__intercom_shared_0
            set slots '.' '.'
        case 'completion'
            set options $__intercom_shared_2
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
            set options $__intercom_shared_3
        case 'config get'
            set options $__intercom_shared_2
            set slots 'workspace|output|api_version|timeout|max_wait|color|no_input|region|base_url|client_id|redirect_uri'
        case 'config set'
            set options $__intercom_shared_2
            set slots 'workspace|output|api_version|timeout|max_wait|color|no_input|region|base_url|client_id|redirect_uri' '.'
        case 'config unset'
            set options $__intercom_shared_2
            set slots 'workspace|output|api_version|timeout|max_wait|color|no_input|region|base_url|client_id|redirect_uri'
        case 'config path'
            set options $__intercom_shared_2
        case 'connect'
            set options $__intercom_shared_2 \
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
                'upsert'\t'Create a contact, or change the one that is there.' \
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
                'unsubscribe'\t'Let a contact no longer receive a subscription type.'
            set options $__intercom_shared_0
        case 'contacts list'
            set options $__intercom_shared_1 \
                '--where=.'\t'Only these; see: intercom help query' \
                '--sort=.'\t'Order; -FIELD for descending.' \
                '--limit=.'\t'At most this many.' \
                '--all'\t'Every one there is.'
        case 'contacts get'
            set options $__intercom_shared_1
            set slots '+.'
        case 'contacts search'
            set options $__intercom_shared_1 \
                '--where=.'\t'Which; see: intercom help query' \
                '--sort=.'\t'Order; -FIELD for descending.' \
                '--limit=.'\t'At most this many.' \
                '--all'\t'Every one there is.'
        case 'contacts create'
            set options $__intercom_shared_0 \
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
            set options $__intercom_shared_0 \
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
            set options $__intercom_shared_0
            set slots '.'
        case 'contacts count'
            set options $__intercom_shared_1 \
                '--where=.'\t'Only these; see: intercom help query'
        case 'contacts archive'
            set options $__intercom_shared_0
            set slots '.'
        case 'contacts unarchive'
            set options $__intercom_shared_0
            set slots '.'
        case 'contacts block'
            set options $__intercom_shared_0
            set slots '.'
        case 'contacts merge'
            set options $__intercom_shared_0 \
                '--into=.'\t'The user that stays.' \
                '--skip-duplicate-validation'\t'Merge even where data would be lost.'
            set slots '.'
        case 'contacts upsert'
            set options $__intercom_shared_0 \
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
            set options $__intercom_shared_1 \
                '--limit=.'\t'At most this many.' \
                '--all'\t'Every one there is.'
            set slots '.'
        case 'contacts tags'
            set options $__intercom_shared_1 \
                '--limit=.'\t'At most this many.' \
                '--all'\t'Every one there is.'
            set slots '.'
        case 'contacts notes'
            set options $__intercom_shared_1 \
                '--limit=.'\t'At most this many.' \
                '--all'\t'Every one there is.'
            set slots '.'
        case 'contacts segments'
            set options $__intercom_shared_1 \
                '--limit=.'\t'At most this many.' \
                '--all'\t'Every one there is.'
            set slots '.'
        case 'contacts subscriptions'
            set options $__intercom_shared_1 \
                '--limit=.'\t'At most this many.' \
                '--all'\t'Every one there is.'
            set slots '.'
        case 'contacts attach'
            set options $__intercom_shared_0
            set slots '.' '.'
        case 'contacts detach'
            set options $__intercom_shared_0
            set slots '.' '.'
        case 'contacts tag'
            set options $__intercom_shared_0 \
                '--create'\t'Make the tag if there is none.'
            set slots '.' '.'
        case 'contacts untag'
            set options $__intercom_shared_0
            set slots '.' '.'
        case 'contacts note'
            set options $__intercom_shared_0 \
                '--admin=.'\t'Write as this admin.'
            set slots '.' '.'
        case 'contacts subscribe'
            set options $__intercom_shared_0
            set slots '.' '.'
        case 'contacts unsubscribe'
            set options $__intercom_shared_0
            set slots '.' '.'
        case 'data-attributes'
            set names \
                'list'\t'List data attributes.' \
                'get'\t'Show one data attribute.' \
                'create'\t'Create a data attribute.' \
                'update'\t'Change a data attribute.' \
                'delete'\t'Archive a data attribute; Intercom has no deletion.'
            set options $__intercom_shared_0
        case 'data-attributes list'
            set options $__intercom_shared_1 \
                '--model=contact|company'\t'Only of this kind.' \
                '--archived'\t'Archived ones too.' \
                '--limit=.'\t'At most this many.' \
                '--all'\t'Every one there is.'
        case 'data-attributes get'
            set options $__intercom_shared_1 \
                '--model=contact|company'\t'Only of this kind.'
            set slots '.'
        case 'data-attributes create'
            set options $__intercom_shared_0 \
                '--name=.'\t'Its name in data.' \
                '--model=contact|company'\t'What it describes.' \
                '--type=string|integer|float|boolean|date|datetime|options'\t'What its values are.' \
                '+--option=.'\t'A choice, for type options.' \
                '--description=.'\t'What it means.'
        case 'data-attributes update'
            set options $__intercom_shared_0 \
                '--description=.'\t'What it means.' \
                '--archived,--no-archived'\t'Whether it is put away.' \
                '--messenger-writable,--no-messenger-writable'\t'Whether the Messenger may set it.' \
                '+--set=@pair'\t'Set any field: a.b=value.' \
                '--data=@file'\t'A JSON object to begin with.'
            set slots '.'
        case 'data-attributes delete'
            set options $__intercom_shared_0
            set slots '.'
        case 'disconnect'
            set options $__intercom_shared_4 \
                '--uninstall-app'\t'Also end the app\'s access for everybody.'
            set slots '@workspace'
        case 'doctor'
            set options $__intercom_shared_1 \
                '--network'\t'Ask Intercom too.'
        case 'request'
            set options $__intercom_shared_0 \
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
            set options $__intercom_shared_2 \
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
                '--key=@file'\t'Its key, as PEM.'
        case 'sandbox seed'
            set options $__intercom_shared_5 \
                '--seed=.'\t'Which data set; the same number, the same people.' \
                '--contacts=.'\t'How many contacts to make.' \
                '--db=@file'\t'Keep it in a file.'
        case 'sandbox reset'
            set options $__intercom_shared_5 \
                '--db=@file'\t'Keep it in a file.'
        case 'segments'
            set names \
                'list'\t'List segments.' \
                'get'\t'Show one segment or more.'
            set options $__intercom_shared_0
        case 'segments list'
            set options $__intercom_shared_1 \
                '--count'\t'With the number in each.' \
                '--limit=.'\t'At most this many.' \
                '--all'\t'Every one there is.'
        case 'segments get'
            set options $__intercom_shared_1
            set slots '+.'
        case 'status'
            set options $__intercom_shared_1 \
                '--check'\t'Ask Intercom whether the token is good.'
        case 'tags'
            set names \
                'list'\t'List tags.' \
                'get'\t'Show one tag or more.' \
                'create'\t'Create a tag.' \
                'delete'\t'Delete a tag.'
            set options $__intercom_shared_0
        case 'tags list'
            set options $__intercom_shared_1 \
                '--where=.'\t'Only these; see: intercom help query' \
                '--limit=.'\t'At most this many.' \
                '--all'\t'Every one there is.'
        case 'tags get'
            set options $__intercom_shared_1
            set slots '+.'
        case 'tags create'
            set options $__intercom_shared_0 \
                '--name=.'\t'What to call it. Required.' \
                '--id=.'\t'The tag to give that name, instead of a new one.' \
                '+--set=@pair'\t'Set any field: a.b=value.' \
                '--data=@file'\t'A JSON object to begin with.'
        case 'tags delete'
            set options $__intercom_shared_0
            set slots '.'
        case 'version'
            set options $__intercom_shared_3
        case 'workspaces'
            set names \
                'list'\t'List connected workspaces.' \
                'use'\t'Make a workspace the default.' \
                'rename'\t'Give a workspace another name on this machine.' \
                'show'\t'Show what is known of a workspace.'
            set options $__intercom_shared_0
        case 'workspaces list'
            set options $__intercom_shared_3
        case 'workspaces use'
            set options $__intercom_shared_2
            set slots '@workspace'
        case 'workspaces rename'
            set options $__intercom_shared_2
            set slots '@workspace' '.'
        case 'workspaces show'
            set options $__intercom_shared_3
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

# Offer what can stand at the cursor; asked whether that is a file, only tell.
function __intercom_complete
    set -l names; set -l options; set -l slots; set -l place; set -l helping
    set -l waiting; set -l closed; set -l used; set -l count 1
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
    string unescape -- $current | read -l plain; and set current $plain
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
