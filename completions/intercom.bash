# Completion for intercom in bash 3.2 and later, with or without bash-completion.
# Made from the commands themselves by: intercom completion bash
# It starts no program: all it knows is below, and in workspaces.txt beside config.toml.
#
# An option is written  [+]FLAG[,FLAG...][=VALUE]  and a word a command takes  [+]VALUE, where +
# marks what may be repeated, and VALUE is the choices a|b, or . for anything, or what kind it is.

_intercom_shared_0='-o,--output=table|json|ndjson|csv|tsv|yaml|ids --fields=. --jq=. -r,--raw -n,--dry-run -y,--yes --no-validate -w,--workspace=@workspace --api-version=. --timeout=. --max-wait=. -q,--quiet -v,--verbose --debug --no-input --color=auto|always|never -h,--help'
_intercom_shared_1='-o,--output=table|json|ndjson|csv|tsv|yaml|ids --fields=. --jq=. -r,--raw -w,--workspace=@workspace --api-version=. --timeout=. --max-wait=. -q,--quiet -v,--verbose --debug --no-input --color=auto|always|never -h,--help'
_intercom_shared_2='-w,--workspace=@workspace --api-version=. --timeout=. --max-wait=. -q,--quiet -v,--verbose --debug --no-input --color=auto|always|never -h,--help'
_intercom_shared_3='-o,--output=table|json|ndjson|csv|tsv|yaml|ids --fields=. --jq=. -r,--raw -q,--quiet -v,--verbose --debug --no-input --color=auto|always|never -h,--help'
_intercom_shared_4='-q,--quiet -v,--verbose --debug --no-input --color=auto|always|never -h,--help'
_intercom_shared_5='-n,--dry-run -y,--yes --no-validate -w,--workspace=@workspace --api-version=. --timeout=. --max-wait=. -q,--quiet -v,--verbose --debug --no-input --color=auto|always|never -h,--help'
_intercom_shared_6='-n,--dry-run -y,--yes --no-validate -q,--quiet -v,--verbose --debug --no-input --color=auto|always|never -h,--help'
_intercom_help='activity-logs admins articles audiences away-reasons banners brands calls collections commands companies completion config connect contacts content content-snippets content-sources conversation-attributes conversations custom-objects data-attributes data-connectors disconnect doctor ecommerce emails events exports external-pages fin fin-voice folders help-centers internal-articles ip-allowlist jobs macros messages news-items newsfeeds notes office-hours office-hours-exceptions open phone-call-redirects redirects reports request sandbox schema secure-mode-secrets segments status subscription-types tags teams ticket-attributes ticket-states ticket-types tickets version visitors workflows workspaces connect environment exit-codes nouns output query'

# Say what can follow a command.
_intercom_look() {
  names= slots=
  case $1 in
    '') names='activity-logs admins articles audiences away-reasons banners brands calls collections commands companies completion config connect contacts content content-snippets content-sources conversation-attributes conversations custom-objects data-attributes data-connectors disconnect doctor ecommerce emails events exports external-pages fin fin-voice folders help-centers internal-articles ip-allowlist jobs macros messages news-items newsfeeds notes office-hours office-hours-exceptions open phone-call-redirects redirects reports request sandbox schema secure-mode-secrets segments status subscription-types tags teams ticket-attributes ticket-states ticket-types tickets version visitors workflows workspaces help' options="-V,--version $_intercom_shared_0" ;;
    'activity-logs') names='list search event-types' options="$_intercom_shared_0" ;;
    'activity-logs list') options="--since=. --until=. --where=. --limit=. --all $_intercom_shared_1" ;;
    'activity-logs search') options="+--event=. --admin=. --since=. --until=. --limit=. --all $_intercom_shared_1" ;;
    'activity-logs event-types') options="--limit=. $_intercom_shared_1" ;;
    'admins') names='list get away back' options="$_intercom_shared_0" ;;
    'admins list') options="--where=. --limit=. --all $_intercom_shared_1" ;;
    'admins get') options="$_intercom_shared_1" slots='+.' ;;
    'admins away') options="--reason=. --reassign $_intercom_shared_0" slots='.' ;;
    'admins back') options="$_intercom_shared_0" slots='.' ;;
    'articles') names='list get search create update delete draft stage versions version publish tag untag pull diff push' options="$_intercom_shared_0" ;;
    'articles list') options="--where=. --limit=. --all $_intercom_shared_1" ;;
    'articles get') options="$_intercom_shared_1" slots='+.' ;;
    'articles search') options="--phrase=. --state=published|draft|all --help-center=. --limit=. --all $_intercom_shared_1" ;;
    'articles create') options="--title=. --description=. --body=. --body-file=@file --author=. --state=published|draft --collection=. +--audience=. --fin,--no-fin --copilot,--no-copilot --sales-agent,--no-sales-agent --publish-at=. --unpublish-at=. +--set=@pair --data=@file $_intercom_shared_0" ;;
    'articles update') options="--title=. --description=. --body=. --body-file=@file --author=. --state=published|draft --collection=. +--audience=. --fin,--no-fin --copilot,--no-copilot --sales-agent,--no-sales-agent --publish-at=. --unpublish-at=. +--set=@pair --data=@file $_intercom_shared_0" slots='.' ;;
    'articles delete') options="$_intercom_shared_0" slots='.' ;;
    'articles draft') options="$_intercom_shared_1" slots='.' ;;
    'articles stage') options="--title=. --description=. --body=. --body-file=@file --author=. +--set=@pair --data=@file $_intercom_shared_0" slots='.' ;;
    'articles versions') options="--locale=. --limit=. --all $_intercom_shared_1" slots='.' ;;
    'articles version') options="--locale=. $_intercom_shared_1" slots='. .' ;;
    'articles publish') options="+--locale=. $_intercom_shared_0" slots='.' ;;
    'articles tag') options="--create $_intercom_shared_0" slots='. .' ;;
    'articles untag') options="$_intercom_shared_0" slots='. .' ;;
    'articles pull') options="--collection=. --state=published|draft --force -n,--dry-run $_intercom_shared_1" slots='@directory' ;;
    'articles diff') options="--exit-code $_intercom_shared_1" slots='@directory' ;;
    'articles push') options="--publish --force --admin=. $_intercom_shared_0" slots='@directory' ;;
    'audiences') names='list get create update delete' options="$_intercom_shared_0" ;;
    'audiences list') options="--where=. --limit=. --all $_intercom_shared_1" ;;
    'audiences get') options="$_intercom_shared_1" slots='+.' ;;
    'audiences create') options="--name=. --rules=. --role-rules=. +--set=@pair --data=@file $_intercom_shared_0" ;;
    'audiences update') options="--name=. --rules=. --role-rules=. +--set=@pair --data=@file $_intercom_shared_0" slots='.' ;;
    'audiences delete') options="$_intercom_shared_0" slots='.' ;;
    'away-reasons') names='list' options="$_intercom_shared_0" ;;
    'away-reasons list') options="--where=. --limit=. --all $_intercom_shared_1" ;;
    'banners') names='list dismiss' options="$_intercom_shared_0" ;;
    'banners list') options="--contact=. --limit=. --all $_intercom_shared_1" ;;
    'banners dismiss') options="--contact=. $_intercom_shared_0" slots='.' ;;
    'brands') names='list get' options="$_intercom_shared_0" ;;
    'brands list') options="--where=. --limit=. --all $_intercom_shared_1" ;;
    'brands get') options="$_intercom_shared_1" slots='+.' ;;
    'calls') names='list get search recording transcript' options="$_intercom_shared_0" ;;
    'calls list') options="--where=. --limit=. --all $_intercom_shared_1" ;;
    'calls get') options="$_intercom_shared_1" slots='+.' ;;
    'calls search') options="$_intercom_shared_1" slots='+.' ;;
    'calls recording') options="--to=@file --force $_intercom_shared_2" slots='.' ;;
    'calls transcript') options="--to=@file --force $_intercom_shared_2" slots='.' ;;
    'collections') names='list get create update delete' options="$_intercom_shared_0" ;;
    'collections list') options="--where=. --limit=. --all $_intercom_shared_1" ;;
    'collections get') options="$_intercom_shared_1" slots='+.' ;;
    'collections create') options="--name=. --description=. --inside=. --help-center=. +--set=@pair --data=@file $_intercom_shared_0" ;;
    'collections update') options="--name=. --description=. --inside=. +--set=@pair --data=@file $_intercom_shared_0" slots='.' ;;
    'collections delete') options="$_intercom_shared_0" slots='.' ;;
    'commands') options="--json $_intercom_shared_3" ;;
    'companies') names='list get search create update delete contacts segments notes attach detach note tag untag bulk-create bulk-update bulk-delete bulk-status' options="$_intercom_shared_0" ;;
    'companies list') options="--where=. --limit=. --all $_intercom_shared_1" ;;
    'companies get') options="$_intercom_shared_1" slots='+.' ;;
    'companies search') options="--where=. --sort=. --limit=. --all $_intercom_shared_1" ;;
    'companies create') options="--company-id=. --name=. --plan=. --size=. --website=. --industry=. --monthly-spend=. --remote-created-at=. --update-last-request-at,--no-update-last-request-at +--set=@pair --data=@file $_intercom_shared_0" ;;
    'companies update') options="--name=. --plan=. --size=. --website=. --industry=. --monthly-spend=. +--set=@pair --data=@file $_intercom_shared_0" slots='.' ;;
    'companies delete') options="$_intercom_shared_0" slots='.' ;;
    'companies contacts') options="--limit=. --all $_intercom_shared_1" slots='.' ;;
    'companies segments') options="--limit=. --all $_intercom_shared_1" slots='.' ;;
    'companies notes') options="--limit=. --all $_intercom_shared_1" slots='.' ;;
    'companies attach') options="$_intercom_shared_0" slots='. .' ;;
    'companies detach') options="$_intercom_shared_0" slots='. .' ;;
    'companies note') options="--admin=. $_intercom_shared_0" slots='. .' ;;
    'companies tag') options="--create $_intercom_shared_0" slots='. .' ;;
    'companies untag') options="$_intercom_shared_0" slots='. .' ;;
    'companies bulk-create') options="--job=. $_intercom_shared_0" slots='@file' ;;
    'companies bulk-update') options="--job=. $_intercom_shared_0" slots='@file' ;;
    'companies bulk-delete') options="--job=. $_intercom_shared_0" slots='+.' ;;
    'companies bulk-status') options="--wait --wait-for=. $_intercom_shared_1" slots='.' ;;
    'completion') options="$_intercom_shared_4" slots='bash|zsh|fish|powershell' ;;
    'config') names='list get set unset path' options="$_intercom_shared_0" ;;
    'config list') options="$_intercom_shared_3" ;;
    'config get') options="$_intercom_shared_4" slots='workspace|output|api_version|timeout|max_wait|color|no_input|region|base_url|client_id|redirect_uri' ;;
    'config set') options="$_intercom_shared_4" slots='workspace|output|api_version|timeout|max_wait|color|no_input|region|base_url|client_id|redirect_uri .' ;;
    'config unset') options="$_intercom_shared_4" slots='workspace|output|api_version|timeout|max_wait|color|no_input|region|base_url|client_id|redirect_uri' ;;
    'config path') options="$_intercom_shared_4" ;;
    'connect') options="--sandbox --oauth --token-stdin --token-file=@file --name=. --region=us|eu|au --store=keyring|file --read-only --client-id=. --client-secret-stdin --redirect-uri=. --no-browser --paste --timeout=. --cert=@file --key=@file $_intercom_shared_4" ;;
    'contacts') names='list get search create update delete count archive unarchive block merge upsert companies tags notes segments subscriptions attach detach tag untag note subscribe unsubscribe merge-history merge-preview activities bulk-create bulk-update bulk-delete bulk-status' options="$_intercom_shared_0" ;;
    'contacts list') options="--where=. --sort=. --limit=. --all $_intercom_shared_1" ;;
    'contacts get') options="$_intercom_shared_1" slots='+.' ;;
    'contacts search') options="--where=. --sort=. --limit=. --all $_intercom_shared_1" ;;
    'contacts create') options="--role=. --email=. --external-id=. --name=. --phone=. --avatar=. --owner-id=. --signed-up-at=. --last-seen-at=. --email-verified,--no-email-verified --unsubscribed-from-emails,--no-unsubscribed-from-emails +--set=@pair --data=@file $_intercom_shared_0" ;;
    'contacts update') options="--role=. --email=. --external-id=. --name=. --phone=. --avatar=. --owner-id=. --signed-up-at=. --last-seen-at=. --email-verified,--no-email-verified --unsubscribed-from-emails,--no-unsubscribed-from-emails +--set=@pair --data=@file $_intercom_shared_0" slots='.' ;;
    'contacts delete') options="$_intercom_shared_0" slots='.' ;;
    'contacts count') options="--where=. $_intercom_shared_1" ;;
    'contacts archive') options="$_intercom_shared_0" slots='.' ;;
    'contacts unarchive') options="$_intercom_shared_0" slots='.' ;;
    'contacts block') options="$_intercom_shared_0" slots='.' ;;
    'contacts merge') options="--into=. --skip-duplicate-validation $_intercom_shared_0" slots='.' ;;
    'contacts upsert') options="--unarchive --role=. --email=. --external-id=. --name=. --phone=. --avatar=. --owner-id=. --signed-up-at=. --last-seen-at=. --email-verified,--no-email-verified --unsubscribed-from-emails,--no-unsubscribed-from-emails +--set=@pair --data=@file $_intercom_shared_0" ;;
    'contacts companies') options="--limit=. --all $_intercom_shared_1" slots='.' ;;
    'contacts tags') options="--limit=. --all $_intercom_shared_1" slots='.' ;;
    'contacts notes') options="--limit=. --all $_intercom_shared_1" slots='.' ;;
    'contacts segments') options="--limit=. --all $_intercom_shared_1" slots='.' ;;
    'contacts subscriptions') options="--limit=. --all $_intercom_shared_1" slots='.' ;;
    'contacts attach') options="$_intercom_shared_0" slots='. .' ;;
    'contacts detach') options="$_intercom_shared_0" slots='. .' ;;
    'contacts tag') options="--create $_intercom_shared_0" slots='. .' ;;
    'contacts untag') options="$_intercom_shared_0" slots='. .' ;;
    'contacts note') options="--admin=. $_intercom_shared_0" slots='. .' ;;
    'contacts subscribe') options="$_intercom_shared_0" slots='. .' ;;
    'contacts unsubscribe') options="$_intercom_shared_0" slots='. .' ;;
    'contacts merge-history') options="--order=asc|desc --limit=. --all $_intercom_shared_1" slots='.' ;;
    'contacts merge-preview') options="--into=. --skip-duplicate-validation $_intercom_shared_1" slots='.' ;;
    'contacts activities') options="--limit=. --all $_intercom_shared_1" ;;
    'contacts bulk-create') options="--job=. $_intercom_shared_0" slots='@file' ;;
    'contacts bulk-update') options="--job=. $_intercom_shared_0" slots='@file' ;;
    'contacts bulk-delete') options="--job=. $_intercom_shared_0" slots='+.' ;;
    'contacts bulk-status') options="--wait --wait-for=. $_intercom_shared_1" slots='.' ;;
    'content') names='search delete publish unpublish availability audience tag untag' options="$_intercom_shared_0" ;;
    'content search') options="--query=. +--type=article|internal_article|snippet|external_content|file_source_content +--state=published|draft +--locale=. +--tag=. +--without-tag=. +--folder=. --fin=on|off --copilot=on|off --sales-agent=on|off +--created-by=. +--updated-by=. --created-after=. --created-before=. --updated-after=. --updated-before=. --limit=. --all $_intercom_shared_1" ;;
    'content delete') options="$_intercom_shared_0" slots='+.' ;;
    'content publish') options="$_intercom_shared_0" slots='+.' ;;
    'content unpublish') options="$_intercom_shared_0" slots='+.' ;;
    'content availability') options="--fin,--no-fin --copilot,--no-copilot --sales-agent,--no-sales-agent $_intercom_shared_0" slots='+.' ;;
    'content audience') options="+--add=. +--remove=. --remove-all $_intercom_shared_0" slots='+.' ;;
    'content tag') options="+--tag=. $_intercom_shared_0" slots='+.' ;;
    'content untag') options="+--tag=. $_intercom_shared_0" slots='+.' ;;
    'content-snippets') names='list get create update delete tag untag' options="$_intercom_shared_0" ;;
    'content-snippets list') options="--where=. --limit=. --all $_intercom_shared_1" ;;
    'content-snippets get') options="$_intercom_shared_1" slots='+.' ;;
    'content-snippets create') options="--title=. --body=. --body-file=@file --locale=. +--audience=. --fin,--no-fin --copilot,--no-copilot --sales-agent,--no-sales-agent +--set=@pair --data=@file $_intercom_shared_0" ;;
    'content-snippets update') options="--title=. --body=. --body-file=@file --locale=. +--audience=. --fin,--no-fin --copilot,--no-copilot --sales-agent,--no-sales-agent +--set=@pair --data=@file $_intercom_shared_0" slots='.' ;;
    'content-snippets delete') options="$_intercom_shared_0" slots='.' ;;
    'content-snippets tag') options="--create $_intercom_shared_0" slots='. .' ;;
    'content-snippets untag') options="$_intercom_shared_0" slots='. .' ;;
    'content-sources') names='list get create update delete' options="$_intercom_shared_0" ;;
    'content-sources list') options="--where=. --limit=. --all $_intercom_shared_1" ;;
    'content-sources get') options="$_intercom_shared_1" slots='+.' ;;
    'content-sources create') options="--url=. --status=active|deactivated +--audience=. +--set=@pair --data=@file $_intercom_shared_0" ;;
    'content-sources update') options="--url=. --status=active|deactivated --sync-behavior=api|automated|manual +--audience=. --to-its-pages $_intercom_shared_0" slots='.' ;;
    'content-sources delete') options="$_intercom_shared_0" slots='.' ;;
    'conversation-attributes') names='list get create update delete add-option update-option delete-option' options="$_intercom_shared_0" ;;
    'conversation-attributes list') options="--include-archived,--no-include-archived --where=. --limit=. --all $_intercom_shared_1" ;;
    'conversation-attributes get') options="$_intercom_shared_1" slots='+.' ;;
    'conversation-attributes create') options="--name=. --type=string|integer|list|decimal|boolean|datetime|relationship|files --description=. --required,--no-required --multiline,--no-multiline +--option=. +--team=. --reference=one|many --object-type=. +--set=@pair --data=@file $_intercom_shared_0" ;;
    'conversation-attributes update') options="--name=. --description=. --required,--no-required --multiline,--no-multiline +--team=. --reference=one|many --object-type=. +--set=@pair --data=@file $_intercom_shared_0" slots='.' ;;
    'conversation-attributes delete') options="$_intercom_shared_0" slots='.' ;;
    'conversation-attributes add-option') options="--label=. +--set=@pair --data=@file $_intercom_shared_0" slots='.' ;;
    'conversation-attributes update-option') options="--label=. $_intercom_shared_0" slots='. .' ;;
    'conversation-attributes delete-option') options="$_intercom_shared_0" slots='. .' ;;
    'conversations') names='list get search create update delete handling-events side-conversations deleted reply note assign close open snooze tag untag attach detach redact merge convert mark-part' options="$_intercom_shared_0" ;;
    'conversations list') options="--where=. --sort=. --limit=. --all $_intercom_shared_1" ;;
    'conversations get') options="--plaintext --translations $_intercom_shared_1" slots='+.' ;;
    'conversations search') options="--include-monitors,--no-include-monitors --include-scorecards,--no-include-scorecards --where=. --sort=. --limit=. --all $_intercom_shared_1" ;;
    'conversations create') options="--from=. --body=. --subject=. --brand=. +--attach-url=. --created-at=. $_intercom_shared_0" ;;
    'conversations update') options="--title=. --read,--no-read --company=. +--set=@pair --data=@file $_intercom_shared_0" slots='.' ;;
    'conversations delete') options="--keep-metrics,--no-keep-metrics $_intercom_shared_0" slots='.' ;;
    'conversations handling-events') options="--limit=. --all $_intercom_shared_1" slots='.' ;;
    'conversations side-conversations') options="--limit=. --all $_intercom_shared_1" slots='.' ;;
    'conversations deleted') options="--order=asc|desc --limit=. --all $_intercom_shared_1" ;;
    'conversations reply') options="--as=. +--file=. +--attach-url=. +--option=. --skip-notifications --created-at=. --admin=. $_intercom_shared_0" slots='. .' ;;
    'conversations note') options="+--file=. +--attach-url=. --created-at=. --admin=. $_intercom_shared_0" slots='. .' ;;
    'conversations assign') options="--team=. --nobody --body=. --admin=. $_intercom_shared_0" slots='. +.' ;;
    'conversations close') options="--body=. --admin=. $_intercom_shared_0" slots='+.' ;;
    'conversations open') options="--admin=. $_intercom_shared_0" slots='+.' ;;
    'conversations snooze') options="--until=. --admin=. $_intercom_shared_0" slots='+.' ;;
    'conversations tag') options="--create --admin=. $_intercom_shared_0" slots='. .' ;;
    'conversations untag') options="--admin=. $_intercom_shared_0" slots='. .' ;;
    'conversations attach') options="--as=. --admin=. $_intercom_shared_0" slots='. .' ;;
    'conversations detach') options="--admin=. $_intercom_shared_0" slots='. .' ;;
    'conversations redact') options="--source $_intercom_shared_0" slots='. .' ;;
    'conversations merge') options="--into=. $_intercom_shared_0" slots='.' ;;
    'conversations convert') options="--type=. --state=. +--attribute=@pair $_intercom_shared_0" slots='.' ;;
    'conversations mark-part') options="--secret-file=@file --seen --send-state=. --info=. --admin=. $_intercom_shared_0" slots='. .' ;;
    'custom-objects') names='list get create delete upsert' options="$_intercom_shared_0" ;;
    'custom-objects list') options="--type=. --contact=. --conversation=. --where=. --limit=. --all $_intercom_shared_1" ;;
    'custom-objects get') options="--type=. $_intercom_shared_1" slots='+.' ;;
    'custom-objects create') options="--type=. --external-id=. --created-at=. --updated-at=. +--set=@pair --data=@file $_intercom_shared_0" ;;
    'custom-objects delete') options="--type=. $_intercom_shared_0" slots='.' ;;
    'custom-objects upsert') options="--type=. --external-id=. --created-at=. --updated-at=. +--set=@pair --data=@file $_intercom_shared_0" ;;
    'data-attributes') names='list get create update delete' options="$_intercom_shared_0" ;;
    'data-attributes list') options="--model=contact|company --archived --limit=. --all $_intercom_shared_1" ;;
    'data-attributes get') options="--model=contact|company $_intercom_shared_1" slots='.' ;;
    'data-attributes create') options="--name=. --model=contact|company --type=string|integer|float|boolean|date|datetime|options +--option=. --description=. $_intercom_shared_0" ;;
    'data-attributes update') options="--description=. --archived,--no-archived --messenger-writable,--no-messenger-writable +--set=@pair --data=@file $_intercom_shared_0" slots='.' ;;
    'data-attributes delete') options="$_intercom_shared_0" slots='.' ;;
    'data-connectors') names='list get create update delete runs run' options="$_intercom_shared_0" ;;
    'data-connectors list') options="--where=. --limit=. --all $_intercom_shared_1" ;;
    'data-connectors get') options="--version=draft|live $_intercom_shared_1" slots='+.' ;;
    'data-connectors create') options="--name=. --description=. --url=. --http-method=get|post|put|delete|patch --body=. +--audience=leads|users|visitors --headers=. --data-inputs=. --mock-response=. +--token-id=. --direct-fin-usage,--no-direct-fin-usage --customer-authentication,--no-customer-authentication --bypass-authentication,--no-bypass-authentication --validate-missing-attributes,--no-validate-missing-attributes +--set=@pair --data=@file $_intercom_shared_0" ;;
    'data-connectors update') options="--name=. --description=. --state=draft|live --url=. --http-method=get|post|put|delete|patch --body=. +--audience=leads|users|visitors --headers=. --data-inputs=. --mock-response=. +--token-id=. --direct-fin-usage,--no-direct-fin-usage --customer-authentication,--no-customer-authentication --bypass-authentication,--no-bypass-authentication --validate-missing-attributes,--no-validate-missing-attributes +--set=@pair --data=@file $_intercom_shared_0" slots='.' ;;
    'data-connectors delete') options="$_intercom_shared_0" slots='.' ;;
    'data-connectors runs') options="--since=. --until=. --success,--no-success --error-type=request_configuration_error|faraday_error|3rd_party_error|response_mapping_error|token_refresh_error|fin_action_response_formatting_error|fin_action_identity_verification_error|email_verification_error|non_fin_standalone_action_identity_verification_error|request_validation_error|client_side_action_error --bodies,--no-bodies --limit=. --all $_intercom_shared_1" slots='.' ;;
    'data-connectors run') options="$_intercom_shared_1" slots='. .' ;;
    'disconnect') options="--uninstall-app $_intercom_shared_5" slots='@workspace' ;;
    'doctor') options="--network $_intercom_shared_1" ;;
    'ecommerce') names='upload' options="$_intercom_shared_0" ;;
    'ecommerce upload') options="--part=. --import=. --finish $_intercom_shared_0" slots='. @file' ;;
    'emails') names='list get' options="$_intercom_shared_0" ;;
    'emails list') options="--where=. --limit=. --all $_intercom_shared_1" ;;
    'emails get') options="$_intercom_shared_1" slots='+.' ;;
    'events') names='list summary track set-summary' options="$_intercom_shared_0" ;;
    'events list') options="--contact=. --since=. --where=. --limit=. --all $_intercom_shared_1" ;;
    'events summary') options="--contact=. --limit=. --all $_intercom_shared_1" ;;
    'events track') options="--contact=. --at=. +--meta=@pair --data=@file $_intercom_shared_0" slots='.' ;;
    'events set-summary') options="--contact=. --count=. --first=. --last=. $_intercom_shared_0" slots='.' ;;
    'exports') names='get start wait download run cancel' options="$_intercom_shared_0" ;;
    'exports get') options="$_intercom_shared_1" slots='.' ;;
    'exports start') options="--since=. --until=. $_intercom_shared_0" ;;
    'exports wait') options="--wait-for=. $_intercom_shared_1" slots='.' ;;
    'exports download') options="--to=@file --unzip,--gunzip --force --wait --wait-for=. $_intercom_shared_1" slots='.' ;;
    'exports run') options="--since=. --until=. --to=@file --unzip,--gunzip --force --wait-for=. $_intercom_shared_0" ;;
    'exports cancel') options="$_intercom_shared_0" slots='.' ;;
    'external-pages') names='list get create update delete' options="$_intercom_shared_0" ;;
    'external-pages list') options="--where=. --limit=. --all $_intercom_shared_1" ;;
    'external-pages get') options="$_intercom_shared_1" slots='+.' ;;
    'external-pages create') options="--title=. --html=. --html-file=@file --url=. --locale=en --source=. --external-id=. --fin,--no-fin --copilot,--no-copilot +--set=@pair --data=@file $_intercom_shared_0" ;;
    'external-pages update') options="--title=. --html=. --html-file=@file --url=. --locale=en --source=. --external-id=. --fin,--no-fin +--set=@pair --data=@file $_intercom_shared_0" slots='.' ;;
    'external-pages delete') options="$_intercom_shared_0" slots='.' ;;
    'fin') names='start reply csat ask capabilities run escalate answer' options="$_intercom_shared_0" ;;
    'fin start') options="--user=. --name=. --email=. +--user-attribute=@pair +--attribute=@pair --history=@file --author=user|agent|fin --at=. +--file=. +--attach-url=. $_intercom_shared_0" slots='. .' ;;
    'fin reply') options="--user=. --name=. --email=. +--user-attribute=@pair --author=user|agent|fin --at=. +--file=. +--attach-url=. $_intercom_shared_0" slots='. .' ;;
    'fin csat') options="--remark=. $_intercom_shared_0" slots='. terrible|bad|ok|good|amazing' ;;
    'fin ask') options="--user=. --name=. --email=. +--user-attribute=@pair +--attribute=@pair --history=@file --at=. +--file=. +--attach-url=. $_intercom_shared_0" slots='. .' ;;
    'fin capabilities') options="--user=. --name=. --email=. +--user-attribute=@pair $_intercom_shared_0" ;;
    'fin run') options="--user=. --message=. --author=user|agent|fin --name=. --email=. +--user-attribute=@pair +--attribute=@pair --as-email,--no-as-email --at=. $_intercom_shared_0" slots='. .' ;;
    'fin escalate') options="--user=. --name=. --email=. +--user-attribute=@pair --message=. --context=. $_intercom_shared_0" slots='.' ;;
    'fin answer') options="--step=. +--value=@pair --values=@file $_intercom_shared_0" slots='.' ;;
    'fin-voice') names='list get register' options="$_intercom_shared_0" ;;
    'fin-voice list') options="--conversation=. --limit=. --all $_intercom_shared_1" ;;
    'fin-voice get') options="--external-id=. --phone-number=. $_intercom_shared_1" slots='.' ;;
    'fin-voice register') options="--phone-number=. --call-id=. --source=five9|zoom_phone|aws_connect --details=. +--set=@pair --data=@file $_intercom_shared_0" ;;
    'folders') names='list get create update delete' options="$_intercom_shared_0" ;;
    'folders list') options="--inside=. --where=. --limit=. --all $_intercom_shared_1" ;;
    'folders get') options="$_intercom_shared_1" slots='+.' ;;
    'folders create') options="--name=. --description=. --emoji=. --inside=. +--set=@pair --data=@file $_intercom_shared_0" ;;
    'folders update') options="--name=. --description=. --emoji=. --inside=. +--set=@pair --data=@file $_intercom_shared_0" slots='.' ;;
    'folders delete') options="$_intercom_shared_0" slots='.' ;;
    'help-centers') names='list get' options="$_intercom_shared_0" ;;
    'help-centers list') options="--where=. --limit=. --all $_intercom_shared_1" ;;
    'help-centers get') options="$_intercom_shared_1" slots='+.' ;;
    'internal-articles') names='list get search create update delete tag untag' options="$_intercom_shared_0" ;;
    'internal-articles list') options="--where=. --limit=. --all $_intercom_shared_1" ;;
    'internal-articles get') options="$_intercom_shared_1" slots='+.' ;;
    'internal-articles search') options="--folder=. --limit=. --all $_intercom_shared_1" ;;
    'internal-articles create') options="--title=. --body=. --body-file=@file --author=. --owner=. +--audience=. --fin,--no-fin --copilot,--no-copilot --sales-agent,--no-sales-agent +--set=@pair --data=@file $_intercom_shared_0" ;;
    'internal-articles update') options="--title=. --body=. --body-file=@file --author=. --owner=. +--audience=. --fin,--no-fin --copilot,--no-copilot --sales-agent,--no-sales-agent +--set=@pair --data=@file $_intercom_shared_0" slots='.' ;;
    'internal-articles delete') options="$_intercom_shared_0" slots='.' ;;
    'internal-articles tag') options="--create $_intercom_shared_0" slots='. .' ;;
    'internal-articles untag') options="$_intercom_shared_0" slots='. .' ;;
    'ip-allowlist') names='get update' options="$_intercom_shared_0" ;;
    'ip-allowlist get') options="$_intercom_shared_1" ;;
    'ip-allowlist update') options="+--add=. +--remove=. --enable,--disable $_intercom_shared_0" ;;
    'jobs') names='get wait' options="$_intercom_shared_0" ;;
    'jobs get') options="$_intercom_shared_1" slots='+.' ;;
    'jobs wait') options="--wait-for=. $_intercom_shared_1" slots='.' ;;
    'macros') names='list get' options="$_intercom_shared_0" ;;
    'macros list') options="--updated-since=. --where=. --limit=. --all $_intercom_shared_1" ;;
    'macros get') options="$_intercom_shared_1" slots='+.' ;;
    'messages') names='send status statuses' options="$_intercom_shared_0" ;;
    'messages send') options="+--to=. --type=in_app|email|sms|whatsapp --body=. --subject=. --from=. +--cc=. +--bcc=. --template=. --components=. --locale=. --start-conversation --created-at=. +--set=@pair --data=@file $_intercom_shared_0" ;;
    'messages status') options="$_intercom_shared_1" slots='.' ;;
    'messages statuses') options="--ruleset=. --limit=. --all $_intercom_shared_1" ;;
    'news-items') names='list get create update delete' options="$_intercom_shared_0" ;;
    'news-items list') options="--where=. --limit=. --all $_intercom_shared_1" ;;
    'news-items get') options="$_intercom_shared_1" slots='+.' ;;
    'news-items create') options="--title=. --body=. --body-file=@file --sender=. --state=draft|live +--newsfeed=. +--label=. +--reaction=. --deliver-silently,--no-deliver-silently +--set=@pair --data=@file $_intercom_shared_0" ;;
    'news-items update') options="--title=. --body=. --body-file=@file --sender=. --state=draft|live +--newsfeed=. +--label=. +--reaction=. --deliver-silently,--no-deliver-silently +--set=@pair --data=@file $_intercom_shared_0" slots='.' ;;
    'news-items delete') options="$_intercom_shared_0" slots='.' ;;
    'newsfeeds') names='list get items' options="$_intercom_shared_0" ;;
    'newsfeeds list') options="--where=. --limit=. --all $_intercom_shared_1" ;;
    'newsfeeds get') options="$_intercom_shared_1" slots='+.' ;;
    'newsfeeds items') options="--limit=. --all $_intercom_shared_1" slots='.' ;;
    'notes') names='get' options="$_intercom_shared_0" ;;
    'notes get') options="$_intercom_shared_1" slots='+.' ;;
    'office-hours') names='list get create update delete' options="$_intercom_shared_0" ;;
    'office-hours list') options="--limit=. --all $_intercom_shared_1" ;;
    'office-hours get') options="$_intercom_shared_1" slots='.' ;;
    'office-hours create') options="--name=. --time-zone=. +--hours=. +--set=@pair --data=@file $_intercom_shared_0" ;;
    'office-hours update') options="--name=. --time-zone=. +--hours=. +--set=@pair --data=@file $_intercom_shared_0" slots='.' ;;
    'office-hours delete') options="$_intercom_shared_0" slots='.' ;;
    'office-hours-exceptions') names='list get create update delete' options="$_intercom_shared_0" ;;
    'office-hours-exceptions list') options="--schedule=. --limit=. --all $_intercom_shared_1" ;;
    'office-hours-exceptions get') options="--schedule=. $_intercom_shared_1" slots='.' ;;
    'office-hours-exceptions create') options="--schedule=. --date=. --name=. +--hours=. --closed,--no-closed --yearly,--no-yearly +--set=@pair --data=@file $_intercom_shared_0" ;;
    'office-hours-exceptions update') options="--schedule=. --date=. --name=. +--hours=. --closed,--no-closed --yearly,--no-yearly +--set=@pair --data=@file $_intercom_shared_0" slots='.' ;;
    'office-hours-exceptions delete') options="--schedule=. $_intercom_shared_0" slots='.' ;;
    'open') options="--print $_intercom_shared_2" slots='. .' ;;
    'phone-call-redirects') names='create' options="$_intercom_shared_0" ;;
    'phone-call-redirects create') options="--phone=. +--set=@pair --data=@file $_intercom_shared_0" ;;
    'redirects') names='list get create delete' options="$_intercom_shared_0" ;;
    'redirects list') options="--help-center=. --where=. --limit=. --all $_intercom_shared_1" ;;
    'redirects get') options="--help-center=. $_intercom_shared_1" slots='+.' ;;
    'redirects create') options="--from=. --locale=. --article=. --collection=. --help-center=. $_intercom_shared_0" ;;
    'redirects delete') options="--help-center=. $_intercom_shared_0" slots='.' ;;
    'reports') names='get datasets attributes start wait download run' options="$_intercom_shared_0" ;;
    'reports get') options="$_intercom_shared_1" slots='.' ;;
    'reports datasets') options="--limit=. --all $_intercom_shared_1" ;;
    'reports attributes') options="$_intercom_shared_1" slots='.' ;;
    'reports start') options="--dataset=. +--attribute=. --since=. --until=. $_intercom_shared_0" ;;
    'reports wait') options="--wait-for=. $_intercom_shared_1" slots='.' ;;
    'reports download') options="--to=@file --unzip,--gunzip --force --wait --wait-for=. $_intercom_shared_1" slots='.' ;;
    'reports run') options="--dataset=. +--attribute=. --since=. --until=. --to=@file --unzip,--gunzip --force --wait-for=. $_intercom_shared_0" ;;
    'request') options="+-f,--field=@pair +-F,--typed-field=@pair --input=@file +-H,--header=. -i,--include --limit=. --all --curl $_intercom_shared_0" slots='GET|POST|PUT|PATCH|DELETE . +@pair' ;;
    'sandbox') names='serve seed reset' options="$_intercom_shared_0" ;;
    'sandbox serve') options="--port=. --host=. --db=@file --seed=. --contacts=. --latency=. --rate-limit=. --token=. +--fault=. --expiring-tokens=. +--redirect-uri=. --cert=@file --key=@file $_intercom_shared_4" ;;
    'sandbox seed') options="--seed=. --contacts=. --db=@file $_intercom_shared_6" ;;
    'sandbox reset') options="--db=@file $_intercom_shared_6" ;;
    'schema') options="$_intercom_shared_3" slots='. +.' ;;
    'secure-mode-secrets') names='list create delete' options="$_intercom_shared_0" ;;
    'secure-mode-secrets list') options="--limit=. --all $_intercom_shared_1" ;;
    'secure-mode-secrets create') options="--name=. --supports-web,--no-supports-web --supports-ios,--no-supports-ios --supports-android,--no-supports-android +--set=@pair --data=@file $_intercom_shared_0" ;;
    'secure-mode-secrets delete') options="$_intercom_shared_0" slots='.' ;;
    'segments') names='list get' options="$_intercom_shared_0" ;;
    'segments list') options="--count --limit=. --all $_intercom_shared_1" ;;
    'segments get') options="$_intercom_shared_1" slots='+.' ;;
    'status') options="--check $_intercom_shared_1" ;;
    'subscription-types') names='list' options="$_intercom_shared_0" ;;
    'subscription-types list') options="--where=. --limit=. --all $_intercom_shared_1" ;;
    'tags') names='list get create delete' options="$_intercom_shared_0" ;;
    'tags list') options="--where=. --limit=. --all $_intercom_shared_1" ;;
    'tags get') options="$_intercom_shared_1" slots='+.' ;;
    'tags create') options="--name=. --id=. +--set=@pair --data=@file $_intercom_shared_0" ;;
    'tags delete') options="$_intercom_shared_0" slots='.' ;;
    'teams') names='list get update metrics' options="$_intercom_shared_0" ;;
    'teams list') options="--where=. --limit=. --all $_intercom_shared_1" ;;
    'teams get') options="$_intercom_shared_1" slots='+.' ;;
    'teams update') options="+--member=. +--primary=. +--secondary=. $_intercom_shared_0" slots='.' ;;
    'teams metrics') options="--idle=. $_intercom_shared_1" slots='.' ;;
    'ticket-attributes') names='list create update' options="$_intercom_shared_0" ;;
    'ticket-attributes list') options="--ticket-type=. --where=. --limit=. --all $_intercom_shared_1" ;;
    'ticket-attributes create') options="--ticket-type=. --name=. --description=. --type=string|list|integer|decimal|boolean|datetime|files +--item=. --multiline,--no-multiline --allow-multiple-values,--no-allow-multiple-values --required-to-create,--no-required-to-create --required-to-create-for-contacts,--no-required-to-create-for-contacts --visible-on-create,--no-visible-on-create --visible-to-contacts,--no-visible-to-contacts +--set=@pair --data=@file $_intercom_shared_0" ;;
    'ticket-attributes update') options="--ticket-type=. --name=. --description=. +--item=. --multiline,--no-multiline --allow-multiple-values,--no-allow-multiple-values --required-to-create,--no-required-to-create --required-to-create-for-contacts,--no-required-to-create-for-contacts --visible-on-create,--no-visible-on-create --visible-to-contacts,--no-visible-to-contacts --archived,--no-archived +--set=@pair --data=@file $_intercom_shared_0" slots='.' ;;
    'ticket-states') names='list' options="$_intercom_shared_0" ;;
    'ticket-states list') options="--where=. --limit=. --all $_intercom_shared_1" ;;
    'ticket-types') names='list get create update' options="$_intercom_shared_0" ;;
    'ticket-types list') options="--where=. --limit=. --all $_intercom_shared_1" ;;
    'ticket-types get') options="$_intercom_shared_1" slots='+.' ;;
    'ticket-types create') options="--name=. --description=. --category=Customer|Back-office|Tracker --icon=. --is-internal,--no-is-internal +--set=@pair --data=@file $_intercom_shared_0" ;;
    'ticket-types update') options="--name=. --description=. --category=Customer|Back-office|Tracker --icon=. --is-internal,--no-is-internal --archived,--no-archived +--set=@pair --data=@file $_intercom_shared_0" slots='.' ;;
    'tickets') names='list get search create update delete link unlink change-type enqueue assign close open snooze reply note tag untag' options="$_intercom_shared_0" ;;
    'tickets list') options="--where=. --sort=. --limit=. --all $_intercom_shared_1" ;;
    'tickets get') options="$_intercom_shared_1" slots='+.' ;;
    'tickets search') options="--where=. --sort=. --limit=. --all $_intercom_shared_1" ;;
    'tickets create') options="--type=. --contact=. --title=. --description=. +--attribute=. --company=. --conversation=. --assignee=. --team=. --created-at=. --skip-notifications,--no-skip-notifications +--set=@pair --data=@file $_intercom_shared_0" ;;
    'tickets update') options="--title=. --description=. --company=. --is-shared,--no-is-shared --skip-notifications,--no-skip-notifications --state=. +--attribute=@pair --admin=. +--set=@pair --data=@file $_intercom_shared_0" slots='.' ;;
    'tickets delete') options="$_intercom_shared_0" slots='.' ;;
    'tickets link') options="$_intercom_shared_0" slots='. .' ;;
    'tickets unlink') options="$_intercom_shared_0" slots='. .' ;;
    'tickets change-type') options="--type=. --state=. +--attribute=@pair $_intercom_shared_0" slots='.' ;;
    'tickets enqueue') options="--type=. --contact=. --title=. --description=. +--attribute=. --company=. --conversation=. --assignee=. --team=. --created-at=. --skip-notifications,--no-skip-notifications --wait --wait-for=. +--set=@pair --data=@file $_intercom_shared_0" ;;
    'tickets assign') options="--team=. --nobody --skip-notifications --admin=. $_intercom_shared_0" slots='. +.' ;;
    'tickets close') options="--skip-notifications --admin=. $_intercom_shared_0" slots='+.' ;;
    'tickets open') options="--skip-notifications --admin=. $_intercom_shared_0" slots='+.' ;;
    'tickets snooze') options="--until=. --skip-notifications --admin=. $_intercom_shared_0" slots='+.' ;;
    'tickets reply') options="--as=. +--file=. +--attach-url=. +--option=. --skip-notifications --created-at=. --admin=. $_intercom_shared_0" slots='. .' ;;
    'tickets note') options="+--file=. +--attach-url=. --cross-post --skip-notifications --created-at=. --admin=. $_intercom_shared_0" slots='. .' ;;
    'tickets tag') options="--create --admin=. $_intercom_shared_0" slots='. .' ;;
    'tickets untag') options="--admin=. $_intercom_shared_0" slots='. .' ;;
    'version') options="$_intercom_shared_3" ;;
    'visitors') names='get update convert' options="$_intercom_shared_0" ;;
    'visitors get') options="--user-id=. $_intercom_shared_1" ;;
    'visitors update') options="--user-id=. --id=. --name=. +--set=@pair --data=@file $_intercom_shared_0" ;;
    'visitors convert') options="--into=. --user-id=. --id=. --email=. --type=user|lead $_intercom_shared_0" ;;
    'workflows') names='export' options="$_intercom_shared_0" ;;
    'workflows export') options="--to=@file --force $_intercom_shared_1" slots='.' ;;
    'workspaces') names='list use rename show' options="$_intercom_shared_0" ;;
    'workspaces list') options="$_intercom_shared_3" ;;
    'workspaces use') options="$_intercom_shared_4" slots='@workspace' ;;
    'workspaces rename') options="$_intercom_shared_4" slots='@workspace .' ;;
    'workspaces show') options="$_intercom_shared_3" slots='@workspace' ;;
    *) return 1 ;;
  esac
}

# Names that are not offered, but mean a command.
_intercom_rename() {
  case $name in
    api) name=request ;;
    login) name=connect ;;
    logout) name=disconnect ;;
    whoami) name=status ;;
  esac
}

_intercom() {
  local names= options= slots= path= helping= waiting= closed= skipped= used=' ' place=0
  local whole= prefix= lead= value= quote= at=1 word
  local -a typed
  COMPREPLY=()
  _intercom_split
  _intercom_look ''
  while ((at < ${#typed[@]} - 1)); do
    word=${typed[at]}
    at=$((at + 1))
    _intercom_read "$word" || return 0
  done
  _intercom_answer
}

# Put together the words that bash cut at = : and @, up to the cursor. The last one is $whole;
# $prefix is the part of it that bash keeps as it is and does not want to see again.
_intercom_split() {
  local line=${COMP_LINE:0:COMP_POINT} index part glued last=
  typed=()
  for ((index = 0; index <= COMP_CWORD; index++)); do
    part=${COMP_WORDS[index]}
    glued=1
    while [[ $line == [[:space:]]* ]]; do line=${line#?} glued=; done
    if ((index == COMP_CWORD)); then
      [[ $line == "$part"* ]] || part=$line
      if [[ $part == [\"\']* ]]; then quote=1 part=${part#?}; fi
    fi
    line=${line#"$part"}
    if ((index)) && [[ $glued && ($part == [=:@]* || $last == *[=:@]) ]]; then
      prefix=$whole
      whole+=$part
      typed[${#typed[@]} - 1]=$whole
    else
      prefix= whole=$part
      typed[${#typed[@]}]=$part
    fi
    last=$part
  done
  if [[ $part && $part != *[!=:@]* && $COMP_WORDBREAKS == *"${part:0:1}"* ]]; then
    prefix=$whole
  fi
  # Before version 4 bash cuts the words otherwise, yet it too keeps what is before = and :.
  if ((BASH_VERSINFO[0] < 4)) && [[ -z $quote && $whole == *[=:]* ]]; then
    prefix=${whole%"${whole##*[=:]}"}
  fi
  # Readline takes an @ before a word as its first letter, for names of hosts.
  prefix=${prefix%@}
}

# Take in one word before the cursor; fails when it names nothing known.
_intercom_read() {
  if [[ $skipped ]]; then
    skipped=
  elif [[ $1 == *[\<\>]* && $1 != *[!0-9\<\>\&]* ]]; then
    skipped=1 # the file of a redirection follows
  elif [[ $waiting ]]; then
    waiting=
  elif [[ -z $closed && $1 == -- ]]; then
    closed=1
  elif [[ -z $closed && $1 == -?* ]]; then
    _intercom_option "$1"
  elif [[ $names ]]; then
    _intercom_enter "$1"
  else
    place=$((place + 1))
  fi
}

# Go to a command, or to a verb of the one already named.
_intercom_enter() {
  local name=$1
  if [[ -z $path && $name == help && -z $helping ]]; then
    helping=1 options= names=$_intercom_help
    return 0
  fi
  [[ $path ]] || _intercom_rename
  path=${path:+$path }$name
  _intercom_look "$path" || return 1
  if [[ $helping ]]; then options= slots=; fi
}

# Remember an option, or several single letters in one word, and whether a value is to follow.
_intercom_option() {
  local index
  case $1 in
    --*=*) _intercom_use "${1%%=*}"; waiting= ;;
    --*) _intercom_use "$1" ;;
    *)
      for ((index = 1; index < ${#1}; index++)); do
        _intercom_use "-${1:index:1}"
        if [[ $waiting ]]; then
          ((index + 1 < ${#1})) && waiting=
          break
        fi
      done
      ;;
  esac
  return 0
}

_intercom_use() {
  local token flags IFS=' '
  for token in $options; do
    flags=${token%%=*}
    case ,${flags#+}, in
      *",$1,"*)
        used+="$token "
        if [[ $token == *=* ]]; then waiting=${token#*=}; fi
        return 0
        ;;
    esac
  done
}

# Offer what can stand at the cursor.
_intercom_answer() {
  local IFS=' '
  value=$whole
  if [[ $skipped ]]; then
    _intercom_files -f
  elif [[ $waiting ]]; then
    _intercom_values "$waiting"
  elif [[ -z $closed && $whole == --*=* ]]; then
    _intercom_use "${whole%%=*}"
    lead=${whole%%=*}= value=${whole#*=}
    _intercom_values "$waiting"
  elif [[ -z $closed && $whole == -* ]]; then
    _intercom_options
  elif [[ $names ]]; then
    _intercom_offer $names
  else
    _intercom_word
  fi
}

# Offer the word at this place; where no more words are taken, the options.
_intercom_word() {
  local slot count=0 IFS=' '
  for slot in $slots; do
    if ((count == place)) || [[ $slot == +* ]]; then
      _intercom_values "${slot#+}"
      return 0
    fi
    count=$((count + 1))
  done
  if [[ -z $closed && -z $whole ]]; then _intercom_options; fi
}

_intercom_options() {
  local token flags IFS=' '
  for token in $options; do
    if [[ $token != +* && $used == *" $token "* ]]; then continue; fi
    flags=${token%%=*}
    flags=${flags#+}
    _intercom_offer ${flags//,/ }
  done
}

_intercom_values() {
  local IFS='|'
  case $1 in
    . | '') ;;
    @file) _intercom_files -f ;;
    @directory) _intercom_files -d ;;
    @workspace) _intercom_workspaces ;;
    @pair)
      case $value in
        *=@*)
          lead+=${value%%=@*}=@ value=${value#*=@}
          _intercom_files -f
          ;;
      esac
      ;;
    *) _intercom_offer $1 ;;
  esac
}

_intercom_offer() {
  local name
  for name in "$@"; do
    [[ $name == "$value"* ]] || continue
    name=$lead$name
    COMPREPLY[${#COMPREPLY[@]}]=${name#"$prefix"}
  done
}

# Readline quotes file names itself where it can be told that all of a word is one; bash 3.2 cannot
# be told. Otherwise they are quoted here, and within quotes only harmless ones are offered.
_intercom_files() {
  local name quoting=1
  if [[ $lead == "$prefix" ]] && compopt -o filenames 2>/dev/null; then quoting=; fi
  while IFS= read -r name; do
    if [[ $quoting ]]; then
      [[ -d $name ]] && name+=/
      if [[ $quote ]]; then
        [[ $name == *[!A-Za-z0-9._/@\ -]* ]] && continue
      else
        printf -v name %q "$name"
        if [[ $name == \\~* ]]; then name=${name#?}; fi
      fi
    fi
    name=$lead$name
    COMPREPLY[${#COMPREPLY[@]}]=${name#"$prefix"}
  done < <(compgen "$1" -- "${value//\\/}")
  if [[ $quoting && ${#COMPREPLY[@]} == 1 && ${COMPREPLY[0]} == */ ]]; then
    compopt -o nospace 2>/dev/null
  fi
}

# Names of connected workspaces; a line with anything but harmless characters is passed over.
_intercom_workspaces() {
  local name file LC_ALL=C
  _intercom_directory
  file+=/workspaces.txt
  [[ -f $file && -r $file ]] || return 0
  while IFS= read -r name || [[ $name ]]; do
    case $name in
      '' | -* | *[!A-Za-z0-9._@-]*) ;;
      *) _intercom_offer "$name" ;;
    esac
  done <"$file"
}

_intercom_directory() {
  local home=${HOME:-~}
  if [[ ${INTERCOM_CONFIG_DIR-} ]]; then
    file=$INTERCOM_CONFIG_DIR
    if [[ $file == \~ || $file == \~/* ]]; then file=$home${file#?}; fi
  elif [[ ${OSTYPE-} == msys* || ${OSTYPE-} == cygwin* ]]; then
    file=${LOCALAPPDATA-}/intercom-cli
  elif [[ ${XDG_CONFIG_HOME-} == /* ]]; then
    file=$XDG_CONFIG_HOME/intercom-cli
  elif [[ ${OSTYPE-} == darwin* ]]; then
    file="$home/Library/Application Support/intercom-cli"
  else
    file=$home/.config/intercom-cli
  fi
}

complete -F _intercom intercom intercom-cli
