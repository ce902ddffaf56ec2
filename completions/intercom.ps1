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
        5 = @(
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
        'admins Teammates with access to the workspace.',
        'companies Organisations that contacts belong to.',
        'completion Print the script that completes command lines in a shell.',
        'config Show and change settings.',
        'connect Connect to an Intercom workspace, or to a sandbox.',
        'contacts People: users and leads.',
        'data-attributes What contacts and companies can be described with.',
        'disconnect Forget a workspace on this machine, or uninstall its app.',
        'doctor Find out what stands in the way.',
        'request Send any request to the API.',
        'sandbox Serve, fill and reset a workspace on this machine.',
        'segments Groups of contacts or companies, made by rules.',
        'status Show which workspace and which token commands use.',
        'tags Labels for people, companies and conversations.',
        'version Show the version.',
        'workspaces List, choose, rename and show connected workspaces.',
        'connect A topic.',
        'environment A topic.',
        'exit-codes A topic.',
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
                'admins Teammates with access to the workspace.',
                'companies Organisations that contacts belong to.',
                'completion Print the script that completes command lines in a shell.',
                'config Show and change settings.',
                'connect Connect to an Intercom workspace, or to a sandbox.',
                'contacts People: users and leads.',
                'data-attributes What contacts and companies can be described with.',
                'disconnect Forget a workspace on this machine, or uninstall its app.',
                'doctor Find out what stands in the way.',
                'request Send any request to the API.',
                'sandbox Serve, fill and reset a workspace on this machine.',
                'segments Groups of contacts or companies, made by rules.',
                'status Show which workspace and which token commands use.',
                'tags Labels for people, companies and conversations.',
                'version Show the version.',
                'workspaces List, choose, rename and show connected workspaces.',
                'help Show help on a command or a topic.'
            )
            Own = @(
                '-V,--version Show the version.'
            )
            Tail = 0
            Words = @()
        }
        'admins' = @{
            Names = @(
                'list List admins.',
                'get Show one admin or more.'
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
        'companies' = @{
            Names = @(
                'list List companies.',
                'get Show one company or more.',
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
                'untag Take a tag off a company.'
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
        'completion' = @{
            Names = @()
            Own = @()
            Tail = 2
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
            Tail = 2
            Words = @('workspace|output|api_version|timeout|max_wait|color|no_input|region|base_url|client_id|redirect_uri')
        }
        'config set' = @{
            Names = @()
            Own = @()
            Tail = 2
            Words = @('workspace|output|api_version|timeout|max_wait|color|no_input|region|base_url|client_id|redirect_uri', '.')
        }
        'config unset' = @{
            Names = @()
            Own = @()
            Tail = 2
            Words = @('workspace|output|api_version|timeout|max_wait|color|no_input|region|base_url|client_id|redirect_uri')
        }
        'config path' = @{
            Names = @()
            Own = @()
            Tail = 2
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
            Tail = 2
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
                'unsubscribe Let a contact no longer receive a subscription type.'
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
        'disconnect' = @{
            Names = @()
            Own = @(
                '--uninstall-app Also end the app''s access for everybody.'
            )
            Tail = 4
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
            Tail = 2
            Words = @()
        }
        'sandbox seed' = @{
            Names = @()
            Own = @(
                '--seed=. Which data set; the same number, the same people.',
                '--contacts=. How many contacts to make.',
                '--db=@file Keep it in a file.'
            )
            Tail = 5
            Words = @()
        }
        'sandbox reset' = @{
            Names = @()
            Own = @(
                '--db=@file Keep it in a file.'
            )
            Tail = 5
            Words = @()
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
        'version' = @{
            Names = @()
            Own = @()
            Tail = 3
            Words = @()
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
            Tail = 2
            Words = @('@workspace')
        }
        'workspaces rename' = @{
            Names = @()
            Own = @()
            Tail = 2
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
