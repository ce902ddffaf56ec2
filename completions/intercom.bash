# Completion for intercom in bash 3.2 and later, with or without bash-completion.
# Made from the commands themselves by: intercom completion bash
# It starts no program: all it knows is below, and in workspaces.txt beside config.toml.
#
# An option is written  [+]FLAG[,FLAG...][=VALUE]  and a word a command takes  [+]VALUE, where +
# marks what may be repeated, and VALUE is the choices a|b, or . for anything, or what kind it is.

_intercom_shared_0='-o,--output=table|json|ndjson|csv|tsv|yaml|ids +--fields=@fields --jq=. -r,--raw --wide --pager --guard-formulas --bom --count +--group-by=@groups --top=. +--stat=. --explain -n,--dry-run --plan -y,--yes --no-validate -w,--workspace=@workspace --api-version=. --timeout=. --max-wait=. -q,--quiet -v,--verbose --debug --no-input --color=auto|always|never -h,--help'
_intercom_shared_1='--count +--group-by=@groups --top=. +--stat=. -o,--output=table|json|ndjson|csv|tsv|yaml|ids +--fields=@fields --jq=. -r,--raw --wide --pager --guard-formulas --bom --explain -w,--workspace=@workspace --api-version=. --timeout=. --max-wait=. -q,--quiet -v,--verbose --debug --no-input --color=auto|always|never -h,--help'
_intercom_shared_2='--count +--group-by=@groups --top=. +--stat=. -o,--output=table|json|ndjson|csv|tsv|yaml|ids +--fields=@fields --jq=. -r,--raw --wide --pager --guard-formulas --bom -w,--workspace=@workspace --api-version=. --timeout=. --max-wait=. -q,--quiet -v,--verbose --debug --no-input --color=auto|always|never -h,--help'
_intercom_shared_3='-o,--output=table|json|ndjson|csv|tsv|yaml|ids +--fields=@fields --jq=. -r,--raw --wide --pager --guard-formulas --bom -w,--workspace=@workspace --api-version=. --timeout=. --max-wait=. -q,--quiet -v,--verbose --debug --no-input --color=auto|always|never -h,--help'
_intercom_shared_4='-o,--output=table|json|ndjson|csv|tsv|yaml|ids +--fields=@fields --jq=. -r,--raw -n,--dry-run --plan -y,--yes --no-validate -w,--workspace=@workspace --api-version=. --timeout=. --max-wait=. -q,--quiet -v,--verbose --debug --no-input --color=auto|always|never -h,--help'
_intercom_shared_5='-o,--output=table|json|ndjson|csv|tsv|yaml|ids +--fields=@fields --jq=. -r,--raw -w,--workspace=@workspace --api-version=. --timeout=. --max-wait=. -q,--quiet -v,--verbose --debug --no-input --color=auto|always|never -h,--help'
_intercom_shared_6='-w,--workspace=@workspace --api-version=. --timeout=. --max-wait=. -q,--quiet -v,--verbose --debug --no-input --color=auto|always|never -h,--help'
_intercom_shared_7='-o,--output=table|json|ndjson|csv|tsv|yaml|ids +--fields=@fields --jq=. -r,--raw -q,--quiet -v,--verbose --debug --no-input --color=auto|always|never -h,--help'
_intercom_shared_8='-q,--quiet -v,--verbose --debug --no-input --color=auto|always|never -h,--help'
_intercom_shared_9='-o,--output=table|json|ndjson|csv|tsv|yaml|ids +--fields=@fields --jq=. -r,--raw --wide --pager --guard-formulas --bom --explain -w,--workspace=@workspace --api-version=. --timeout=. --max-wait=. -q,--quiet -v,--verbose --debug --no-input --color=auto|always|never -h,--help'
_intercom_shared_10='-n,--dry-run --plan -y,--yes --no-validate -w,--workspace=@workspace --api-version=. --timeout=. --max-wait=. -q,--quiet -v,--verbose --debug --no-input --color=auto|always|never -h,--help'
_intercom_shared_11='--count +--group-by=@groups --top=. +--stat=. -o,--output=table|json|ndjson|csv|tsv|yaml|ids +--fields=@fields --jq=. -r,--raw -n,--dry-run -w,--workspace=@workspace --api-version=. --timeout=. --max-wait=. -q,--quiet -v,--verbose --debug --no-input --color=auto|always|never -h,--help'
_intercom_shared_12='-o,--output=table|json|ndjson|csv|tsv|yaml|ids +--fields=@fields --jq=. -r,--raw -y,--yes -w,--workspace=@workspace --api-version=. --timeout=. --max-wait=. -q,--quiet -v,--verbose --debug --no-input --color=auto|always|never -h,--help'
_intercom_shared_13='-o,--output=table|json|ndjson|csv|tsv|yaml|ids +--fields=@fields --jq=. -r,--raw -n,--dry-run -w,--workspace=@workspace --api-version=. --timeout=. --max-wait=. -q,--quiet -v,--verbose --debug --no-input --color=auto|always|never -h,--help'
_intercom_shared_14='--count +--group-by=@groups --top=. +--stat=. -o,--output=table|json|ndjson|csv|tsv|yaml|ids +--fields=@fields --jq=. -r,--raw --wide --pager --guard-formulas --bom -n,--dry-run --plan -y,--yes --no-validate -w,--workspace=@workspace --api-version=. --timeout=. --max-wait=. -q,--quiet -v,--verbose --debug --no-input --color=auto|always|never -h,--help'
_intercom_shared_15='-n,--dry-run --plan -y,--yes --no-validate -q,--quiet -v,--verbose --debug --no-input --color=auto|always|never -h,--help'
_intercom_help='activity-logs admins articles audiences away-reasons banners brands calls collections commands companies completion config connect contacts content content-snippets content-sources conversation-attributes conversations custom-objects data-attributes data-connectors disconnect doctor ecommerce emails events exports external-pages fin fin-voice find folders help-centers internal-articles ip-allowlist jobs listen macros messages news-items newsfeeds notes office-hours office-hours-exceptions open phone-call-redirects redirects replay reports request sandbox schema secure-mode-secrets segments status subscription-types tags teams ticket-attributes ticket-states ticket-types tickets trigger version visitors watch workflow workflows workspaces connect environment exit-codes nouns output query questions webhooks workflows'

# Say what can follow a command.
_intercom_look() {
  names= slots= about=${1%% *}
  case $1 in
    '') names='activity-logs admins articles audiences away-reasons banners brands calls collections commands companies completion config connect contacts content content-snippets content-sources conversation-attributes conversations custom-objects data-attributes data-connectors disconnect doctor ecommerce emails events exports external-pages fin fin-voice find folders help-centers internal-articles ip-allowlist jobs listen macros messages news-items newsfeeds notes office-hours office-hours-exceptions open phone-call-redirects redirects replay reports request sandbox schema secure-mode-secrets segments status subscription-types tags teams ticket-attributes ticket-states ticket-types tickets trigger version visitors watch workflow workflows workspaces help' options="-V,--version $_intercom_shared_0" ;;
    'activity-logs') names='list search event-types' options="$_intercom_shared_0" ;;
    'activity-logs list') options="--since=. --until=. --where=@where --limit=. --all $_intercom_shared_1" ;;
    'activity-logs search') options="+--event=. --admin=. --since=. --until=. --limit=. --all $_intercom_shared_2" ;;
    'activity-logs event-types') options="--limit=. $_intercom_shared_2" ;;
    'admins') names='list get away back' options="$_intercom_shared_0" ;;
    'admins list') options="--where=@where --sort=@sort --limit=. --all $_intercom_shared_1" ;;
    'admins get') options="$_intercom_shared_3" slots='+.' ;;
    'admins away') options="--reason=. --reassign $_intercom_shared_4" slots='.' ;;
    'admins back') options="$_intercom_shared_4" slots='.' ;;
    'articles') names='list get search create update delete stage versions version draft publish tag untag pull diff push' options="$_intercom_shared_0" ;;
    'articles list') options="--where=@where --sort=@sort --limit=. --all $_intercom_shared_1" ;;
    'articles get') options="$_intercom_shared_3" slots='+.' ;;
    'articles search') options="--phrase=. --state=published|draft|all --help-center=. --limit=. --all $_intercom_shared_2" slots='.' ;;
    'articles create') options="--title=. --description=. --body=. --body-file=@file --author=. --state=published|draft --collection=. +--audience=. --fin,--no-fin --copilot,--no-copilot --sales-agent,--no-sales-agent --publish-at=. --unpublish-at=. +--set=@pair --data=@file $_intercom_shared_4" ;;
    'articles update') options="--title=. --description=. --body=. --body-file=@file --author=. --state=published|draft --collection=. +--audience=. --fin,--no-fin --copilot,--no-copilot --sales-agent,--no-sales-agent --publish-at=. --unpublish-at=. +--set=@pair --data=@file $_intercom_shared_4" slots='.' ;;
    'articles delete') options="$_intercom_shared_4" slots='.' ;;
    'articles stage') options="--title=. --description=. --body=. --body-file=@file --author=. +--set=@pair --data=@file $_intercom_shared_4" slots='.' ;;
    'articles versions') options="--locale=. --limit=. --all $_intercom_shared_2" slots='.' about='articles versions' ;;
    'articles version') options="--locale=. $_intercom_shared_3" slots='. .' about='articles version' ;;
    'articles draft') options="$_intercom_shared_3" slots='.' ;;
    'articles publish') options="+--locale=. $_intercom_shared_4" slots='.' ;;
    'articles tag') options="--create $_intercom_shared_4" slots='. .' about='tags' ;;
    'articles untag') options="$_intercom_shared_4" slots='. .' about='tags' ;;
    'articles pull') options="--collection=. --state=published|draft --force -n,--dry-run $_intercom_shared_5" slots='@directory' ;;
    'articles diff') options="--exit-code $_intercom_shared_3" slots='@directory' ;;
    'articles push') options="--publish --draft --force --admin=. $_intercom_shared_4" slots='@directory' ;;
    'audiences') names='list get create update delete' options="$_intercom_shared_0" ;;
    'audiences list') options="--where=@where --sort=@sort --limit=. --all $_intercom_shared_1" ;;
    'audiences get') options="$_intercom_shared_3" slots='+.' ;;
    'audiences create') options="--name=. --rules=. --role-rules=. +--set=@pair --data=@file $_intercom_shared_4" ;;
    'audiences update') options="--name=. --rules=. --role-rules=. +--set=@pair --data=@file $_intercom_shared_4" slots='.' ;;
    'audiences delete') options="$_intercom_shared_4" slots='.' ;;
    'away-reasons') names='list' options="$_intercom_shared_0" ;;
    'away-reasons list') options="--where=@where --sort=@sort --limit=. --all $_intercom_shared_1" ;;
    'banners') names='list dismiss' options="$_intercom_shared_0" ;;
    'banners list') options="--contact=. --limit=. --all $_intercom_shared_2" slots='.' ;;
    'banners dismiss') options="--contact=. $_intercom_shared_4" slots='.' ;;
    'brands') names='list get' options="$_intercom_shared_0" ;;
    'brands list') options="--where=@where --sort=@sort --limit=. --all $_intercom_shared_1" ;;
    'brands get') options="$_intercom_shared_3" slots='+.' ;;
    'calls') names='list get search recording transcript' options="$_intercom_shared_0" ;;
    'calls list') options="--where=@where --sort=@sort --limit=. --all $_intercom_shared_1" ;;
    'calls get') options="$_intercom_shared_3" slots='+.' ;;
    'calls search') options="$_intercom_shared_3" slots='+.' ;;
    'calls recording') options="--to=@file --force $_intercom_shared_6" slots='.' ;;
    'calls transcript') options="--to=@file --force $_intercom_shared_6" slots='.' ;;
    'collections') names='list get create update delete' options="$_intercom_shared_0" ;;
    'collections list') options="--where=@where --sort=@sort --limit=. --all $_intercom_shared_1" ;;
    'collections get') options="$_intercom_shared_3" slots='+.' ;;
    'collections create') options="--name=. --description=. --inside=. --help-center=. +--set=@pair --data=@file $_intercom_shared_4" ;;
    'collections update') options="--name=. --description=. --inside=. +--set=@pair --data=@file $_intercom_shared_4" slots='.' ;;
    'collections delete') options="$_intercom_shared_4" slots='.' ;;
    'commands') options="--json $_intercom_shared_7" slots='commands|completion|config|connect|disconnect|doctor|find|listen|open|replay|request|sandbox|schema|status|trigger|version|watch|workflow|workspaces|activity-logs|admins|articles|audiences|away-reasons|banners|brands|calls|collections|companies|contacts|content|content-snippets|content-sources|conversation-attributes|conversations|custom-objects|data-attributes|data-connectors|ecommerce|emails|events|exports|external-pages|fin|fin-voice|folders|help-centers|internal-articles|ip-allowlist|jobs|macros|messages|news-items|newsfeeds|notes|office-hours|office-hours-exceptions|phone-call-redirects|redirects|reports|secure-mode-secrets|segments|subscription-types|tags|teams|ticket-attributes|ticket-states|ticket-types|tickets|visitors|workflows' ;;
    'companies') names='list get search create update delete contacts segments notes attach detach note tag untag bulk-create bulk-update bulk-delete bulk-status' options="$_intercom_shared_0" ;;
    'companies list') options="--where=@where --sort=@sort --limit=. --all $_intercom_shared_1" ;;
    'companies get') options="$_intercom_shared_3" slots='+.' ;;
    'companies search') options="--where=@where --sort=@sort --limit=. --all $_intercom_shared_2" ;;
    'companies create') options="--company-id=. --name=. --plan-name=. --size=. --website=. --industry=. --monthly-spend=. --remote-created-at=. --update-last-request-at,--no-update-last-request-at +--set=@pair --data=@file $_intercom_shared_4" ;;
    'companies update') options="--name=. --plan-name=. --size=. --website=. --industry=. --monthly-spend=. +--set=@pair --data=@file $_intercom_shared_4" slots='.' ;;
    'companies delete') options="$_intercom_shared_4" slots='.' ;;
    'companies contacts') options="--limit=. --all $_intercom_shared_2" slots='.' about='contacts' ;;
    'companies segments') options="--limit=. --all $_intercom_shared_2" slots='.' about='segments' ;;
    'companies notes') options="--limit=. --all $_intercom_shared_2" slots='.' about='notes' ;;
    'companies attach') options="$_intercom_shared_4" slots='. .' ;;
    'companies detach') options="$_intercom_shared_4" slots='. .' ;;
    'companies note') options="--admin=. $_intercom_shared_4" slots='. .' about='notes' ;;
    'companies tag') options="--create $_intercom_shared_4" slots='. .' ;;
    'companies untag') options="$_intercom_shared_4" slots='. .' ;;
    'companies bulk-create') options="--job=. $_intercom_shared_4" slots='@file' ;;
    'companies bulk-update') options="--job=. $_intercom_shared_4" slots='@file' ;;
    'companies bulk-delete') options="--job=. $_intercom_shared_4" slots='+.' ;;
    'companies bulk-status') options="--wait --wait-for=. $_intercom_shared_3" slots='.' ;;
    'completion') options="$_intercom_shared_8" slots='bash|zsh|fish|powershell' ;;
    'config') names='list get set unset path' options="$_intercom_shared_0" ;;
    'config list') options="$_intercom_shared_7" ;;
    'config get') options="$_intercom_shared_8" slots='workspace|output|api_version|timeout|max_wait|color|pager|guard_formulas|no_input|region|base_url|client_id|redirect_uri' ;;
    'config set') options="$_intercom_shared_8" slots='workspace|output|api_version|timeout|max_wait|color|pager|guard_formulas|no_input|region|base_url|client_id|redirect_uri .' ;;
    'config unset') options="$_intercom_shared_8" slots='workspace|output|api_version|timeout|max_wait|color|pager|guard_formulas|no_input|region|base_url|client_id|redirect_uri' ;;
    'config path') options="$_intercom_shared_8" ;;
    'connect') options="--sandbox --oauth --token-stdin --token-file=@file --name=. --region=us|eu|au --store=keyring|file --read-only --client-id=. --client-secret-stdin --redirect-uri=. --no-browser --paste --timeout=. --cert=@file --key=@file $_intercom_shared_8" ;;
    'contacts') names='list get search create update delete count archive unarchive block merge upsert companies tags notes segments subscriptions attach detach tag untag note subscribe unsubscribe merge-history merge-preview activities bulk-create bulk-update bulk-delete bulk-status' options="$_intercom_shared_0" ;;
    'contacts list') options="--where=@where --sort=@sort --limit=. --all $_intercom_shared_1" ;;
    'contacts get') options="$_intercom_shared_3" slots='+.' ;;
    'contacts search') options="--where=@where --sort=@sort --limit=. --all $_intercom_shared_1" ;;
    'contacts create') options="--role=. --email=. --external-id=. --name=. --phone=. --avatar=. --owner-id=. --signed-up-at=. --last-seen-at=. --email-verified,--no-email-verified --unsubscribed-from-emails,--no-unsubscribed-from-emails +--set=@pair --data=@file $_intercom_shared_4" ;;
    'contacts update') options="--role=. --email=. --external-id=. --name=. --phone=. --avatar=. --owner-id=. --signed-up-at=. --last-seen-at=. --email-verified,--no-email-verified --unsubscribed-from-emails,--no-unsubscribed-from-emails +--set=@pair --data=@file $_intercom_shared_4" slots='.' ;;
    'contacts delete') options="$_intercom_shared_4" slots='.' ;;
    'contacts count') options="--where=@where $_intercom_shared_9" ;;
    'contacts archive') options="$_intercom_shared_4" slots='.' ;;
    'contacts unarchive') options="$_intercom_shared_4" slots='.' ;;
    'contacts block') options="$_intercom_shared_4" slots='.' ;;
    'contacts merge') options="--into=. --skip-duplicate-validation $_intercom_shared_4" slots='.' ;;
    'contacts upsert') options="--unarchive --role=. --email=. --external-id=. --name=. --phone=. --avatar=. --owner-id=. --signed-up-at=. --last-seen-at=. --email-verified,--no-email-verified --unsubscribed-from-emails,--no-unsubscribed-from-emails +--set=@pair --data=@file $_intercom_shared_4" ;;
    'contacts companies') options="--limit=. --all $_intercom_shared_2" slots='.' about='companies' ;;
    'contacts tags') options="--limit=. --all $_intercom_shared_2" slots='.' about='tags' ;;
    'contacts notes') options="--limit=. --all $_intercom_shared_2" slots='.' about='notes' ;;
    'contacts segments') options="--limit=. --all $_intercom_shared_2" slots='.' about='segments' ;;
    'contacts subscriptions') options="--limit=. --all $_intercom_shared_2" slots='.' ;;
    'contacts attach') options="$_intercom_shared_4" slots='. .' about='companies' ;;
    'contacts detach') options="$_intercom_shared_4" slots='. .' about='companies' ;;
    'contacts tag') options="--create $_intercom_shared_4" slots='. .' about='tags' ;;
    'contacts untag') options="$_intercom_shared_4" slots='. .' about='tags' ;;
    'contacts note') options="--admin=. $_intercom_shared_4" slots='. .' about='notes' ;;
    'contacts subscribe') options="$_intercom_shared_4" slots='. .' ;;
    'contacts unsubscribe') options="$_intercom_shared_4" slots='. .' ;;
    'contacts merge-history') options="--order=asc|desc --limit=. --all $_intercom_shared_2" slots='.' ;;
    'contacts merge-preview') options="--into=. --skip-duplicate-validation $_intercom_shared_3" slots='.' ;;
    'contacts activities') options="--limit=. --all $_intercom_shared_2" ;;
    'contacts bulk-create') options="--job=. $_intercom_shared_4" slots='@file' ;;
    'contacts bulk-update') options="--job=. $_intercom_shared_4" slots='@file' ;;
    'contacts bulk-delete') options="--job=. $_intercom_shared_4" slots='+.' ;;
    'contacts bulk-status') options="--wait --wait-for=. $_intercom_shared_3" slots='.' ;;
    'content') names='search delete publish unpublish availability audience tag untag' options="$_intercom_shared_0" ;;
    'content search') options="--query=. +--type=article|internal_article|snippet|external_content|file_source_content +--state=published|draft +--locale=. +--tag=. +--without-tag=. +--folder=. --fin=on|off --copilot=on|off --sales-agent=on|off +--created-by=. +--updated-by=. --created-after=. --created-before=. --updated-after=. --updated-before=. --limit=. --all $_intercom_shared_2" slots='.' ;;
    'content delete') options="$_intercom_shared_4" slots='+.' ;;
    'content publish') options="$_intercom_shared_4" slots='+.' ;;
    'content unpublish') options="$_intercom_shared_4" slots='+.' ;;
    'content availability') options="--fin,--no-fin --copilot,--no-copilot --sales-agent,--no-sales-agent $_intercom_shared_4" slots='+.' ;;
    'content audience') options="+--add=. +--remove=. --remove-all $_intercom_shared_4" slots='+.' ;;
    'content tag') options="+--tag=. $_intercom_shared_4" slots='+.' ;;
    'content untag') options="+--tag=. $_intercom_shared_4" slots='+.' ;;
    'content-snippets') names='list get create update delete tag untag' options="$_intercom_shared_0" ;;
    'content-snippets list') options="--where=@where --sort=@sort --limit=. --all $_intercom_shared_1" ;;
    'content-snippets get') options="$_intercom_shared_3" slots='+.' ;;
    'content-snippets create') options="--title=. --body=. --body-file=@file --locale=. +--audience=. --fin,--no-fin --copilot,--no-copilot --sales-agent,--no-sales-agent +--set=@pair --data=@file $_intercom_shared_4" ;;
    'content-snippets update') options="--title=. --body=. --body-file=@file --locale=. +--audience=. --fin,--no-fin --copilot,--no-copilot --sales-agent,--no-sales-agent +--set=@pair --data=@file $_intercom_shared_4" slots='.' ;;
    'content-snippets delete') options="$_intercom_shared_4" slots='.' ;;
    'content-snippets tag') options="--create $_intercom_shared_4" slots='. .' about='tags' ;;
    'content-snippets untag') options="$_intercom_shared_4" slots='. .' about='tags' ;;
    'content-sources') names='list get create update delete' options="$_intercom_shared_0" ;;
    'content-sources list') options="--where=@where --sort=@sort --limit=. --all $_intercom_shared_1" ;;
    'content-sources get') options="$_intercom_shared_3" slots='+.' ;;
    'content-sources create') options="--url=. --status=active|deactivated +--audience=. +--set=@pair --data=@file $_intercom_shared_4" ;;
    'content-sources update') options="--url=. --status=active|deactivated --sync-behavior=api|automated|manual +--audience=. --to-its-pages $_intercom_shared_4" slots='.' ;;
    'content-sources delete') options="$_intercom_shared_4" slots='.' ;;
    'conversation-attributes') names='list get create update delete add-option update-option delete-option' options="$_intercom_shared_0" ;;
    'conversation-attributes list') options="--include-archived,--no-include-archived --where=@where --sort=@sort --limit=. --all $_intercom_shared_1" ;;
    'conversation-attributes get') options="$_intercom_shared_3" slots='+.' ;;
    'conversation-attributes create') options="--name=. --type=string|integer|list|decimal|boolean|datetime|relationship|files --description=. --required,--no-required --multiline,--no-multiline +--option=. +--team=. --reference=one|many --object-type=. +--set=@pair --data=@file $_intercom_shared_4" ;;
    'conversation-attributes update') options="--name=. --description=. --required,--no-required --multiline,--no-multiline +--team=. --reference=one|many --object-type=. +--set=@pair --data=@file $_intercom_shared_4" slots='.' ;;
    'conversation-attributes delete') options="$_intercom_shared_4" slots='.' ;;
    'conversation-attributes add-option') options="--label=. +--set=@pair --data=@file $_intercom_shared_4" slots='.' ;;
    'conversation-attributes update-option') options="--label=. $_intercom_shared_4" slots='. .' ;;
    'conversation-attributes delete-option') options="$_intercom_shared_4" slots='. .' ;;
    'conversations') names='list get search create update delete handling-events side-conversations deleted reply note assign close open snooze tag untag attach detach redact merge convert mark-part' options="$_intercom_shared_0" ;;
    'conversations list') options="--where=@where --sort=@sort --limit=. --all $_intercom_shared_1" ;;
    'conversations get') options="--plaintext --translations $_intercom_shared_3" slots='+.' ;;
    'conversations search') options="--include-monitors,--no-include-monitors --include-scorecards,--no-include-scorecards --where=@where --sort=@sort --limit=. --all $_intercom_shared_1" ;;
    'conversations create') options="--from=. --body=. --subject=. --brand=. +--attach-url=. --created-at=. $_intercom_shared_4" ;;
    'conversations update') options="--title=. --read,--no-read --company=. +--set=@pair --data=@file $_intercom_shared_4" slots='.' ;;
    'conversations delete') options="--keep-metrics,--no-keep-metrics $_intercom_shared_4" slots='.' ;;
    'conversations handling-events') options="--limit=. --all $_intercom_shared_2" slots='.' about='conversations handling-events' ;;
    'conversations side-conversations') options="--limit=. --all $_intercom_shared_2" slots='.' about='conversations side-conversations' ;;
    'conversations deleted') options="--order=asc|desc --limit=. --all $_intercom_shared_2" about='conversations deleted' ;;
    'conversations reply') options="--as=. +--file=@file +--attach-url=. +--option=. --skip-notifications --created-at=. --admin=. $_intercom_shared_4" slots='. .' ;;
    'conversations note') options="+--file=@file +--attach-url=. --created-at=. --admin=. $_intercom_shared_4" slots='. .' ;;
    'conversations assign') options="--team=. --nobody --body=. --admin=. $_intercom_shared_4" slots='. +.' ;;
    'conversations close') options="--body=. --admin=. $_intercom_shared_4" slots='+.' ;;
    'conversations open') options="--admin=. $_intercom_shared_4" slots='+.' ;;
    'conversations snooze') options="--until=. --admin=. $_intercom_shared_4" slots='+.' ;;
    'conversations tag') options="--create --admin=. $_intercom_shared_4" slots='. .' about='tags' ;;
    'conversations untag') options="--admin=. $_intercom_shared_4" slots='. .' about='tags' ;;
    'conversations attach') options="--as=. --admin=. $_intercom_shared_4" slots='. .' ;;
    'conversations detach') options="--admin=. $_intercom_shared_4" slots='. .' ;;
    'conversations redact') options="--source $_intercom_shared_4" slots='. .' ;;
    'conversations merge') options="--into=. $_intercom_shared_4" slots='.' ;;
    'conversations convert') options="--type=. --state=. +--attribute=@pair $_intercom_shared_4" slots='.' ;;
    'conversations mark-part') options="--secret-file=@file --seen --send-state=. --info=. --admin=. $_intercom_shared_4" slots='. .' ;;
    'custom-objects') names='list get create delete upsert' options="$_intercom_shared_0" ;;
    'custom-objects list') options="--type=. --contact=. --conversation=. --where=@where --sort=@sort --limit=. --all $_intercom_shared_1" slots='.' ;;
    'custom-objects get') options="--type=. $_intercom_shared_3" slots='+.' ;;
    'custom-objects create') options="--type=. --external-id=. --created-at=. --updated-at=. +--set=@pair --data=@file $_intercom_shared_4" ;;
    'custom-objects delete') options="--type=. $_intercom_shared_4" slots='.' ;;
    'custom-objects upsert') options="--type=. --external-id=. --created-at=. --updated-at=. +--set=@pair --data=@file $_intercom_shared_4" ;;
    'data-attributes') names='list get create update delete' options="$_intercom_shared_0" ;;
    'data-attributes list') options="--model=contact|company --archived --limit=. --all $_intercom_shared_2" ;;
    'data-attributes get') options="--model=contact|company $_intercom_shared_3" slots='.' ;;
    'data-attributes create') options="--name=. --model=contact|company --type=string|integer|float|boolean|date|datetime|options +--option=. --description=. $_intercom_shared_4" ;;
    'data-attributes update') options="--description=. --archived,--no-archived --messenger-writable,--no-messenger-writable +--set=@pair --data=@file $_intercom_shared_4" slots='.' ;;
    'data-attributes delete') options="$_intercom_shared_4" slots='.' ;;
    'data-connectors') names='list get create update delete runs run' options="$_intercom_shared_0" ;;
    'data-connectors list') options="--where=@where --sort=@sort --limit=. --all $_intercom_shared_1" ;;
    'data-connectors get') options="--version=draft|live $_intercom_shared_3" slots='+.' ;;
    'data-connectors create') options="--name=. --description=. --url=. --http-method=get|post|put|delete|patch --body=. +--audience=leads|users|visitors --headers=. --data-inputs=. --mock-response=. +--token-id=. --direct-fin-usage,--no-direct-fin-usage --customer-authentication,--no-customer-authentication --bypass-authentication,--no-bypass-authentication --validate-missing-attributes,--no-validate-missing-attributes +--set=@pair --data=@file $_intercom_shared_4" ;;
    'data-connectors update') options="--name=. --description=. --state=draft|live --url=. --http-method=get|post|put|delete|patch --body=. +--audience=leads|users|visitors --headers=. --data-inputs=. --mock-response=. +--token-id=. --direct-fin-usage,--no-direct-fin-usage --customer-authentication,--no-customer-authentication --bypass-authentication,--no-bypass-authentication --validate-missing-attributes,--no-validate-missing-attributes +--set=@pair --data=@file $_intercom_shared_4" slots='.' ;;
    'data-connectors delete') options="$_intercom_shared_4" slots='.' ;;
    'data-connectors runs') options="--since=. --until=. --success,--no-success --error-type=request_configuration_error|faraday_error|3rd_party_error|response_mapping_error|token_refresh_error|fin_action_response_formatting_error|fin_action_identity_verification_error|email_verification_error|non_fin_standalone_action_identity_verification_error|request_validation_error|client_side_action_error --bodies,--no-bodies --limit=. --all $_intercom_shared_2" slots='.' about='data-connectors runs' ;;
    'data-connectors run') options="$_intercom_shared_3" slots='. .' about='data-connectors run' ;;
    'disconnect') options="--uninstall-app $_intercom_shared_10" slots='@workspace' ;;
    'doctor') options="--network $_intercom_shared_5" ;;
    'ecommerce') names='upload' options="$_intercom_shared_0" ;;
    'ecommerce upload') options="--part=. --import=. --finish $_intercom_shared_4" slots='. @file' ;;
    'emails') names='list get' options="$_intercom_shared_0" ;;
    'emails list') options="--where=@where --sort=@sort --limit=. --all $_intercom_shared_1" ;;
    'emails get') options="$_intercom_shared_3" slots='+.' ;;
    'events') names='list summary track set-summary' options="$_intercom_shared_0" ;;
    'events list') options="--contact=. --since=. --where=@where --limit=. --all $_intercom_shared_1" slots='.' ;;
    'events summary') options="--contact=. --limit=. --all $_intercom_shared_2" slots='.' ;;
    'events track') options="--contact=. --at=. +--meta=@pair --data=@file $_intercom_shared_4" slots='.' ;;
    'events set-summary') options="--contact=. --count=. --first=. --last=. $_intercom_shared_4" slots='.' ;;
    'exports') names='get start wait download run cancel' options="$_intercom_shared_0" ;;
    'exports get') options="$_intercom_shared_3" slots='.' ;;
    'exports start') options="--since=. --until=. $_intercom_shared_4" ;;
    'exports wait') options="--wait-for=. $_intercom_shared_3" slots='.' ;;
    'exports download') options="--to=@file --unzip,--gunzip --force --wait --wait-for=. $_intercom_shared_3" slots='.' ;;
    'exports run') options="--since=. --until=. --to=@file --unzip,--gunzip --force --wait-for=. $_intercom_shared_4" ;;
    'exports cancel') options="$_intercom_shared_4" slots='.' ;;
    'external-pages') names='list get create update delete' options="$_intercom_shared_0" ;;
    'external-pages list') options="--where=@where --sort=@sort --limit=. --all $_intercom_shared_1" ;;
    'external-pages get') options="$_intercom_shared_3" slots='+.' ;;
    'external-pages create') options="--title=. --html=. --html-file=@file --url=. --locale=en --source=. --external-id=. --fin,--no-fin --copilot,--no-copilot +--set=@pair --data=@file $_intercom_shared_4" ;;
    'external-pages update') options="--title=. --html=. --html-file=@file --url=. --locale=en --source=. --external-id=. --fin,--no-fin +--set=@pair --data=@file $_intercom_shared_4" slots='.' ;;
    'external-pages delete') options="$_intercom_shared_4" slots='.' ;;
    'fin') names='start reply csat ask capabilities run escalate answer' options="$_intercom_shared_0" ;;
    'fin start') options="--user=. --name=. --email=. +--user-attribute=@pair +--attribute=@pair --history=@file --author=user|agent|fin --at=. +--file=@file +--attach-url=. $_intercom_shared_4" slots='. .' ;;
    'fin reply') options="--user=. --name=. --email=. +--user-attribute=@pair --author=user|agent|fin --at=. +--file=@file +--attach-url=. $_intercom_shared_4" slots='. .' ;;
    'fin csat') options="--remark=. $_intercom_shared_4" slots='. terrible|bad|ok|good|amazing' ;;
    'fin ask') options="--user=. --name=. --email=. +--user-attribute=@pair +--attribute=@pair --history=@file --at=. +--file=@file +--attach-url=. $_intercom_shared_4" slots='. .' ;;
    'fin capabilities') options="--user=. --name=. --email=. +--user-attribute=@pair $_intercom_shared_4" ;;
    'fin run') options="--user=. --message=. --author=user|agent|fin --name=. --email=. +--user-attribute=@pair +--attribute=@pair --as-email,--no-as-email --at=. $_intercom_shared_4" slots='. .' ;;
    'fin escalate') options="--user=. --name=. --email=. +--user-attribute=@pair --message=. --context=. $_intercom_shared_4" slots='.' ;;
    'fin answer') options="--step=. +--value=@pair --values=@file $_intercom_shared_4" slots='.' ;;
    'fin-voice') names='list get register' options="$_intercom_shared_0" ;;
    'fin-voice list') options="--conversation=. --limit=. --all $_intercom_shared_2" slots='.' ;;
    'fin-voice get') options="--external-id=. --phone-number=. $_intercom_shared_3" slots='.' ;;
    'fin-voice register') options="--phone-number=. --call-id=. --source=five9|zoom_phone|aws_connect --details=. +--set=@pair --data=@file $_intercom_shared_4" ;;
    'find') options="--kind=. --limit=. --all $_intercom_shared_11" slots='+.' ;;
    'folders') names='list get create update delete' options="$_intercom_shared_0" ;;
    'folders list') options="--inside=. --where=@where --sort=@sort --limit=. --all $_intercom_shared_1" ;;
    'folders get') options="$_intercom_shared_3" slots='+.' ;;
    'folders create') options="--name=. --description=. --emoji=. --inside=. +--set=@pair --data=@file $_intercom_shared_4" ;;
    'folders update') options="--name=. --description=. --emoji=. --inside=. +--set=@pair --data=@file $_intercom_shared_4" slots='.' ;;
    'folders delete') options="$_intercom_shared_4" slots='.' ;;
    'help-centers') names='list get' options="$_intercom_shared_0" ;;
    'help-centers list') options="--where=@where --sort=@sort --limit=. --all $_intercom_shared_1" ;;
    'help-centers get') options="$_intercom_shared_3" slots='+.' ;;
    'internal-articles') names='list get search create update delete tag untag' options="$_intercom_shared_0" ;;
    'internal-articles list') options="--where=@where --sort=@sort --limit=. --all $_intercom_shared_1" ;;
    'internal-articles get') options="$_intercom_shared_3" slots='+.' ;;
    'internal-articles search') options="--folder=. --limit=. --all $_intercom_shared_2" ;;
    'internal-articles create') options="--title=. --body=. --body-file=@file --author=. --owner=. +--audience=. --fin,--no-fin --copilot,--no-copilot --sales-agent,--no-sales-agent +--set=@pair --data=@file $_intercom_shared_4" ;;
    'internal-articles update') options="--title=. --body=. --body-file=@file --author=. --owner=. +--audience=. --fin,--no-fin --copilot,--no-copilot --sales-agent,--no-sales-agent +--set=@pair --data=@file $_intercom_shared_4" slots='.' ;;
    'internal-articles delete') options="$_intercom_shared_4" slots='.' ;;
    'internal-articles tag') options="--create $_intercom_shared_4" slots='. .' about='tags' ;;
    'internal-articles untag') options="$_intercom_shared_4" slots='. .' about='tags' ;;
    'ip-allowlist') names='get update' options="$_intercom_shared_0" ;;
    'ip-allowlist get') options="$_intercom_shared_3" ;;
    'ip-allowlist update') options="+--add=. +--remove=. --enable,--disable $_intercom_shared_4" ;;
    'jobs') names='get wait' options="$_intercom_shared_0" ;;
    'jobs get') options="$_intercom_shared_3" slots='+.' ;;
    'jobs wait') options="--wait-for=. $_intercom_shared_3" slots='.' ;;
    'listen') options="--port=. --path=. --topics=. -f,--forward-to=. --exec=. --run=@file --record=@file --public-url=. --tunnel=cloudflared|ngrok --host=. --retries=. --skip-verify --print-secret-help $_intercom_shared_12" ;;
    'macros') names='list get' options="$_intercom_shared_0" ;;
    'macros list') options="--updated-since=. --where=@where --sort=@sort --limit=. --all $_intercom_shared_1" ;;
    'macros get') options="$_intercom_shared_3" slots='+.' ;;
    'messages') names='send status statuses' options="$_intercom_shared_0" ;;
    'messages send') options="+--to=. --type=in_app|email|sms|whatsapp --body=. --subject=. --from=. +--cc=. +--bcc=. --template=. --components=. --locale=. --start-conversation --created-at=. +--set=@pair --data=@file $_intercom_shared_4" ;;
    'messages status') options="$_intercom_shared_3" slots='.' ;;
    'messages statuses') options="--ruleset=. --limit=. --all $_intercom_shared_2" ;;
    'news-items') names='list get create update delete' options="$_intercom_shared_0" ;;
    'news-items list') options="--where=@where --sort=@sort --limit=. --all $_intercom_shared_1" ;;
    'news-items get') options="$_intercom_shared_3" slots='+.' ;;
    'news-items create') options="--title=. --body=. --body-file=@file --sender=. --state=draft|live +--newsfeed=. +--label=. +--reaction=. --deliver-silently,--no-deliver-silently +--set=@pair --data=@file $_intercom_shared_4" ;;
    'news-items update') options="--title=. --body=. --body-file=@file --sender=. --state=draft|live +--newsfeed=. +--label=. +--reaction=. --deliver-silently,--no-deliver-silently +--set=@pair --data=@file $_intercom_shared_4" slots='.' ;;
    'news-items delete') options="$_intercom_shared_4" slots='.' ;;
    'newsfeeds') names='list get items' options="$_intercom_shared_0" ;;
    'newsfeeds list') options="--where=@where --sort=@sort --limit=. --all $_intercom_shared_1" ;;
    'newsfeeds get') options="$_intercom_shared_3" slots='+.' ;;
    'newsfeeds items') options="--limit=. --all $_intercom_shared_2" slots='.' about='newsfeeds items' ;;
    'notes') names='get' options="$_intercom_shared_0" ;;
    'notes get') options="$_intercom_shared_3" slots='+.' ;;
    'office-hours') names='list get create update delete' options="$_intercom_shared_0" ;;
    'office-hours list') options="--limit=. --all $_intercom_shared_2" ;;
    'office-hours get') options="$_intercom_shared_3" slots='+.' ;;
    'office-hours create') options="--name=. --time-zone=. +--hours=. +--set=@pair --data=@file $_intercom_shared_4" ;;
    'office-hours update') options="--name=. --time-zone=. +--hours=. +--set=@pair --data=@file $_intercom_shared_4" slots='.' ;;
    'office-hours delete') options="$_intercom_shared_4" slots='.' ;;
    'office-hours-exceptions') names='list get create update delete' options="$_intercom_shared_0" ;;
    'office-hours-exceptions list') options="--schedule=. --limit=. --all $_intercom_shared_2" slots='.' ;;
    'office-hours-exceptions get') options="--schedule=. $_intercom_shared_3" slots='+.' ;;
    'office-hours-exceptions create') options="--schedule=. --date=. --name=. +--hours=. --closed,--no-closed --yearly,--no-yearly +--set=@pair --data=@file $_intercom_shared_4" ;;
    'office-hours-exceptions update') options="--schedule=. --date=. --name=. +--hours=. --closed,--no-closed --yearly,--no-yearly +--set=@pair --data=@file $_intercom_shared_4" slots='.' ;;
    'office-hours-exceptions delete') options="--schedule=. $_intercom_shared_4" slots='.' ;;
    'open') options="--print $_intercom_shared_6" slots='articles|companies|contacts|conversations|tickets .' ;;
    'phone-call-redirects') names='create' options="$_intercom_shared_0" ;;
    'phone-call-redirects create') options="--phone=. +--set=@pair --data=@file $_intercom_shared_4" ;;
    'redirects') names='list get create delete' options="$_intercom_shared_0" ;;
    'redirects list') options="--help-center=. --where=@where --sort=@sort --limit=. --all $_intercom_shared_1" slots='.' ;;
    'redirects get') options="--help-center=. $_intercom_shared_3" slots='+.' ;;
    'redirects create') options="--from=. --locale=. --article=. --collection=. --help-center=. $_intercom_shared_4" ;;
    'redirects delete') options="--help-center=. $_intercom_shared_4" slots='.' ;;
    'replay') options="-f,--forward-to=. --only=. --since=. --undelivered --retries=. $_intercom_shared_13" slots='@file' ;;
    'reports') names='get datasets attributes start wait download run' options="$_intercom_shared_0" ;;
    'reports get') options="$_intercom_shared_3" slots='.' ;;
    'reports datasets') options="--limit=. --all $_intercom_shared_2" ;;
    'reports attributes') options="$_intercom_shared_3" slots='.' ;;
    'reports start') options="--dataset=. +--attribute=. --since=. --until=. $_intercom_shared_4" ;;
    'reports wait') options="--wait-for=. $_intercom_shared_3" slots='.' ;;
    'reports download') options="--to=@file --unzip,--gunzip --force --wait --wait-for=. $_intercom_shared_3" slots='.' ;;
    'reports run') options="--dataset=. +--attribute=. --since=. --until=. --to=@file --unzip,--gunzip --force --wait-for=. $_intercom_shared_4" ;;
    'request') options="+-f,--field=@pair +-F,--typed-field=@pair --input=@file +-H,--header=. -i,--include --limit=. --all --curl $_intercom_shared_14" slots='GET|POST|PUT|PATCH|DELETE . +@pair' ;;
    'sandbox') names='serve seed reset' options="$_intercom_shared_0" ;;
    'sandbox serve') options="--port=. --host=. --db=@file --seed=. --contacts=. --latency=. --rate-limit=. --token=. +--fault=. --expiring-tokens=. +--redirect-uri=. --cert=@file --key=@file --webhook=. --webhook-topics=. --webhook-retry=. $_intercom_shared_8" ;;
    'sandbox seed') options="--seed=. --contacts=. --db=@file $_intercom_shared_15" ;;
    'sandbox reset') options="--db=@file $_intercom_shared_15" ;;
    'schema') options="$_intercom_shared_7" slots='GET|POST|PUT|PATCH|DELETE|activity-logs|admins|articles|audiences|away-reasons|banners|brands|calls|collections|companies|contacts|content|content-snippets|content-sources|conversation-attributes|conversations|custom-objects|data-attributes|data-connectors|ecommerce|emails|events|exports|external-pages|fin|fin-voice|folders|help-centers|internal-articles|ip-allowlist|jobs|macros|messages|news-items|newsfeeds|notes|office-hours|office-hours-exceptions|phone-call-redirects|redirects|reports|secure-mode-secrets|segments|subscription-types|tags|teams|ticket-attributes|ticket-states|ticket-types|tickets|visitors|workflows +.' ;;
    'secure-mode-secrets') names='list create delete' options="$_intercom_shared_0" ;;
    'secure-mode-secrets list') options="--limit=. --all $_intercom_shared_2" ;;
    'secure-mode-secrets create') options="--name=. --supports-web,--no-supports-web --supports-ios,--no-supports-ios --supports-android,--no-supports-android +--set=@pair --data=@file $_intercom_shared_4" ;;
    'secure-mode-secrets delete') options="$_intercom_shared_4" slots='.' ;;
    'segments') names='list get' options="$_intercom_shared_0" ;;
    'segments list') options="--members --limit=. --all $_intercom_shared_2" ;;
    'segments get') options="$_intercom_shared_3" slots='+.' ;;
    'status') options="--check $_intercom_shared_5" ;;
    'subscription-types') names='list' options="$_intercom_shared_0" ;;
    'subscription-types list') options="--where=@where --sort=@sort --limit=. --all $_intercom_shared_1" ;;
    'tags') names='list get create delete' options="$_intercom_shared_0" ;;
    'tags list') options="--where=@where --sort=@sort --limit=. --all $_intercom_shared_1" ;;
    'tags get') options="$_intercom_shared_3" slots='+.' ;;
    'tags create') options="--name=. --id=. +--set=@pair --data=@file $_intercom_shared_4" ;;
    'tags delete') options="$_intercom_shared_4" slots='.' ;;
    'teams') names='list get update metrics' options="$_intercom_shared_0" ;;
    'teams list') options="--where=@where --sort=@sort --limit=. --all $_intercom_shared_1" ;;
    'teams get') options="$_intercom_shared_3" slots='+.' ;;
    'teams update') options="+--member=. +--primary=. +--secondary=. $_intercom_shared_4" slots='.' ;;
    'teams metrics') options="--idle=. $_intercom_shared_3" slots='.' ;;
    'ticket-attributes') names='list create update' options="$_intercom_shared_0" ;;
    'ticket-attributes list') options="--ticket-type=. --where=@where --sort=@sort --limit=. --all $_intercom_shared_1" slots='.' ;;
    'ticket-attributes create') options="--ticket-type=. --name=. --description=. --type=string|list|integer|decimal|boolean|datetime|files +--item=. --multiline,--no-multiline --allow-multiple-values,--no-allow-multiple-values --required-to-create,--no-required-to-create --required-to-create-for-contacts,--no-required-to-create-for-contacts --visible-on-create,--no-visible-on-create --visible-to-contacts,--no-visible-to-contacts +--set=@pair --data=@file $_intercom_shared_4" ;;
    'ticket-attributes update') options="--ticket-type=. --name=. --description=. +--item=. --multiline,--no-multiline --allow-multiple-values,--no-allow-multiple-values --required-to-create,--no-required-to-create --required-to-create-for-contacts,--no-required-to-create-for-contacts --visible-on-create,--no-visible-on-create --visible-to-contacts,--no-visible-to-contacts --archived,--no-archived +--set=@pair --data=@file $_intercom_shared_4" slots='.' ;;
    'ticket-states') names='list' options="$_intercom_shared_0" ;;
    'ticket-states list') options="--where=@where --sort=@sort --limit=. --all $_intercom_shared_1" ;;
    'ticket-types') names='list get create update' options="$_intercom_shared_0" ;;
    'ticket-types list') options="--where=@where --sort=@sort --limit=. --all $_intercom_shared_1" ;;
    'ticket-types get') options="$_intercom_shared_3" slots='+.' ;;
    'ticket-types create') options="--name=. --description=. --category=Customer|Back-office|Tracker --icon=. --is-internal,--no-is-internal +--set=@pair --data=@file $_intercom_shared_4" ;;
    'ticket-types update') options="--name=. --description=. --category=Customer|Back-office|Tracker --icon=. --is-internal,--no-is-internal --archived,--no-archived +--set=@pair --data=@file $_intercom_shared_4" slots='.' ;;
    'tickets') names='list get search create update delete link unlink enqueue change-type assign close open snooze reply note tag untag' options="$_intercom_shared_0" ;;
    'tickets list') options="--where=@where --sort=@sort --limit=. --all $_intercom_shared_1" ;;
    'tickets get') options="$_intercom_shared_3" slots='+.' ;;
    'tickets search') options="--where=@where --sort=@sort --limit=. --all $_intercom_shared_1" ;;
    'tickets create') options="--type=. --contact=. --title=. --description=. +--attribute=@pair --company=. --conversation=. --assignee=. --team=. --created-at=. --skip-notifications,--no-skip-notifications +--set=@pair --data=@file $_intercom_shared_4" ;;
    'tickets update') options="--title=. --description=. --company=. --is-shared,--no-is-shared --skip-notifications,--no-skip-notifications --state=. +--attribute=@pair --admin=. +--set=@pair --data=@file $_intercom_shared_4" slots='.' ;;
    'tickets delete') options="$_intercom_shared_4" slots='.' ;;
    'tickets link') options="$_intercom_shared_4" slots='. .' ;;
    'tickets unlink') options="$_intercom_shared_4" slots='. .' ;;
    'tickets enqueue') options="--type=. --contact=. --title=. --description=. +--attribute=@pair --company=. --conversation=. --assignee=. --team=. --created-at=. --skip-notifications,--no-skip-notifications +--set=@pair --data=@file --wait --wait-for=. $_intercom_shared_4" ;;
    'tickets change-type') options="--type=. --state=. +--attribute=@pair $_intercom_shared_4" slots='.' ;;
    'tickets assign') options="--team=. --nobody --skip-notifications --admin=. $_intercom_shared_4" slots='. +.' ;;
    'tickets close') options="--skip-notifications --admin=. $_intercom_shared_4" slots='+.' ;;
    'tickets open') options="--skip-notifications --admin=. $_intercom_shared_4" slots='+.' ;;
    'tickets snooze') options="--until=. --skip-notifications --admin=. $_intercom_shared_4" slots='+.' ;;
    'tickets reply') options="--as=. +--file=@file +--attach-url=. +--option=. --skip-notifications --created-at=. --admin=. $_intercom_shared_4" slots='. .' ;;
    'tickets note') options="+--file=@file +--attach-url=. --cross-post --skip-notifications --created-at=. --admin=. $_intercom_shared_4" slots='. .' ;;
    'tickets tag') options="--create --admin=. $_intercom_shared_4" slots='. .' about='tags' ;;
    'tickets untag') options="--admin=. $_intercom_shared_4" slots='. .' about='tags' ;;
    'trigger') options="--from=. +--set=@pair --to=. $_intercom_shared_13" slots='.' ;;
    'version') options="$_intercom_shared_7" ;;
    'visitors') names='get update convert' options="$_intercom_shared_0" ;;
    'visitors get') options="--user-id=. $_intercom_shared_3" slots='.' ;;
    'visitors update') options="--user-id=. --id=. --name=. +--set=@pair --data=@file $_intercom_shared_4" ;;
    'visitors convert') options="--into=. --user-id=. --id=. --email=. --type=user|lead $_intercom_shared_4" ;;
    'watch') options="--every=. --topics=. -f,--forward-to=. --exec=. --run=@file --record=@file --state=@file --since=. --once $_intercom_shared_12" slots='+commands|completion|config|connect|disconnect|doctor|find|listen|open|replay|request|sandbox|schema|status|trigger|version|watch|workflow|workspaces|activity-logs|admins|articles|audiences|away-reasons|banners|brands|calls|collections|companies|contacts|content|content-snippets|content-sources|conversation-attributes|conversations|custom-objects|data-attributes|data-connectors|ecommerce|emails|events|exports|external-pages|fin|fin-voice|folders|help-centers|internal-articles|ip-allowlist|jobs|macros|messages|news-items|newsfeeds|notes|office-hours|office-hours-exceptions|phone-call-redirects|redirects|reports|secure-mode-secrets|segments|subscription-types|tags|teams|ticket-attributes|ticket-states|ticket-types|tickets|visitors|workflows' ;;
    'workflow') names='run check runs schema' options="$_intercom_shared_0" ;;
    'workflow run') options="+--set=@pair --event=@file --read --resume=. +--repeat=. +--skip=. --allow-shell $_intercom_shared_4" slots='@file' ;;
    'workflow check') options="$_intercom_shared_5" slots='@file' ;;
    'workflow runs') options="$_intercom_shared_7" ;;
    'workflow schema') options="$_intercom_shared_7" ;;
    'workflows') names='export' options="$_intercom_shared_0" ;;
    'workflows export') options="--to=@file --force $_intercom_shared_3" slots='.' ;;
    'workspaces') names='list use rename show' options="$_intercom_shared_0" ;;
    'workspaces list') options="$_intercom_shared_7" ;;
    'workspaces use') options="$_intercom_shared_8" slots='@workspace' ;;
    'workspaces rename') options="$_intercom_shared_8" slots='@workspace .' ;;
    'workspaces show') options="$_intercom_shared_7" slots='@workspace' ;;
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

# The fields of what a command is about.
_intercom_fields_of() {
  fields=()
  case $1 in
    "activity-logs") fields=(id:i performed_by.id:i performed_by.email:s performed_by.ip:s activity_type:s activity_description:s created_at:d) ;;
    "admins") fields=(id:i name:s email:s job_title:s away_mode_enabled:b has_inbox_seat:b) ;;
    "articles") fields=(id:i title:s description:s body:s 'state:s=published|draft' author_id:i parent_ids:i url:s has_unpublished_changes:b created_at:d updated_at:d author:i-/ collection:i-/) ;;
    "articles version") fields=(id:. title:. state:. created_by_id:. created_via:. created_at:.) ;;
    "articles versions") fields=(id:. title:. state:. created_by_id:. created_via:. created_at:.) ;;
    "audiences") fields=(id:i name:s created_at:d updated_at:d predicates:.) ;;
    "away-reasons") fields=(id:i label:s deleted:b emoji:.) ;;
    "banners") fields=(view_id:. title:. body:. style:. position:. show_dismiss_button:.) ;;
    "brands") fields=(id:i name:s is_default:b help_center_id:. default_address_settings_id:.) ;;
    "calls") fields=(id:i state:i 'direction:i=inbound|outbound' call_type:i ended_reason:i phone:s contact_id:i admin_id:i conversation_id:i initiated_at:d created_at:d talked:.) ;;
    "collections") fields=(id:i name:s description:s parent_id:i help_center_id:i order:n created_at:d updated_at:d) ;;
    "companies") fields=(id:i name:s company_id:s website:s industry:s plan.name:s plan.id:s created_at:d updated_at:d remote_created_at:d last_request_at:d size:n monthly_spend:n session_count:n user_count:n tag_id:t- segment_id:i- plan:o/ tags:i/ segments:i/ notes:i/ tag:t-/ segment:i-/ tags.:c/ segments.:c/ notes.:c/ custom_attributes.:c/) ;;
    "contacts") fields=(id:i 'role:i=user|lead' owner_id:i segment_id:i- name:s avatar:s email:s email_domain:s phone:s formatted_phone:s- external_id:s language_override:s browser:s browser_language:s os:s location.country:s location.region:s location.city:s ios_app_version:s ios_device:s ios_app_device:s- ios_os_version:s ios_app_name:s ios_sdk_version:s android_app_version:s android_device:s android_app_name:s created_at:d signed_up_at:d updated_at:d last_seen_at:d last_contacted_at:d last_replied_at:d last_email_opened_at:d last_email_clicked_at:d ios_last_seen_at:d android_last_seen_at:d unsubscribed_from_emails:b marked_email_as_spam:b has_hard_bounced:b tag_id:t- location:o/ tags:i/ companies:i/ notes:i/ social_profiles:i/ owner:i-/ tag:t-/ segment:i-/ company:i-/ tags.:c/ companies.:c/ notes.:c/ social_profiles.:c/ custom_attributes.:c/) ;;
    "content") fields=(type:. id:. title:. contents.locale:. contents.id:.) ;;
    "content-snippets") fields=(id:i title:s body_markdown:s locale:s ai_chatbot_availability:b ai_copilot_availability:b ai_sales_agent_availability:b created_at:d updated_at:d) ;;
    "content-sources") fields=(id:i url:s 'sync_behavior:s=api|automatic|manual' 'status:s=active|deactivated' created_at:d updated_at:d last_synced_at:d) ;;
    "conversation-attributes") fields=(id:i name:s description:s 'data_type:s=string|integer|list|decimal|boolean|datetime|relationship|files' required:b archived:b options.label:.) ;;
    "conversations") fields=(id:i 'state:i=open|closed|snoozed' 'priority:i=none|low|medium|high|urgent' contact_ids:i- teammate_ids:i- tag_ids:i- channel_initiated:i- 'source.type:i=conversation|email|facebook|instagram|phone_call|phone_switch|push|sms|twitter|whatsapp' source.id:i source.delivered_as:i source.author.id:i source.author.type:i statistics.last_closed_by_id:i conversation_rating.contact_id:i- conversation_rating.admin_id:i- 'ai_agent.resolution_state:i=assumed_resolution|confirmed_resolution|escalated|negative_feedback|procedure_handoff' 'ai_agent.last_answer_type:i=ai_answer|custom_answer' 'ai_agent.source_type:i=essentials_plan_setup|profile|workflow|workflow_preview|fin_preview' source.subject:s source.body:s source.author.name:s source.author.email:s source.url:s conversation_rating.remark:s ai_agent.rating_remark:s ai_agent.source_title:s created_at:d updated_at:d waiting_since:d snoozed_until:d statistics.first_contact_reply_at:d statistics.first_assignment_at:d statistics.first_admin_reply_at:d statistics.first_close_at:d statistics.last_assignment_at:d statistics.last_assignment_admin_reply_at:d statistics.last_contact_reply_at:d statistics.last_admin_reply_at:d statistics.last_close_at:d admin_assignee_id:i team_assignee_id:i statistics.time_to_assignment:n statistics.time_to_admin_reply:n statistics.time_to_first_close:n statistics.time_to_last_close:n statistics.median_time_to_reply:n statistics.count_reopens:n statistics.count_assignments:n statistics.count_conversation_parts:n conversation_rating.score:n- ai_agent.rating:n open:b read:b ai_agent_participated:b title:s/ subject:s/ source:o/ sla_applied:o/ conversation_rating:o/ ai_agent:o/ company:o/ tags:i/ contacts:i/ teammates:i/ linked_objects:i/ assigned:i-/ assignee:i-/ team:i-/ teammate:i-/ tag:i-/ contact:i-/ tags.:c/ contacts.:c/ teammates.:c/ linked_objects.:c/ sla_applied.:c/ custom_attributes.:c/) ;;
    "conversations deleted") fields=(id:. deleted_at:. metrics_retained:.) ;;
    "conversations handling-events") fields=(teammate.name:. type:. reason:. timestamp:.) ;;
    "conversations side-conversations") fields=(side_conversation_id:. total_count:. conversation_parts.0.author.name:. conversation_parts.0.created_at:. conversation_parts.0.body:.) ;;
    "custom-objects") fields=(id:i external_id:s created_at:d updated_at:d external_created_at:d external_updated_at:d custom_attributes:c custom_attributes.:c/) ;;
    "data-attributes") fields=(id:. model:. name:. label:. data_type:. custom:. archived:.) ;;
    "data-connectors") fields=(id:i name:s description:s 'state:s=draft|live' 'http_method:s=get|post|put|delete|patch' direct_fin_usage:b created_by_admin_id:i updated_by_admin_id:i updated_at:.) ;;
    "data-connectors run") fields=(id:. created_at:. success:. http_status:. execution_time_ms:. error_type:. source_type:. conversation_id:.) ;;
    "data-connectors runs") fields=(id:. created_at:. success:. http_status:. execution_time_ms:. error_type:. source_type:. conversation_id:.) ;;
    "ecommerce") fields=(import_job_id:. status:. next_part_number:.) ;;
    "emails") fields=(id:i email:s domain:s verified:b brand_id:i forwarding_enabled:b forwarded_email_last_received_at:d) ;;
    "events") fields=(event_name:s created_at:d metadata:.) ;;
    "exports") fields=(job_identifier:. status:. download_expires_at:.) ;;
    "external-pages") fields=(id:i title:s html:s url:s source_id:i external_id:i locale:s=en fin_availability:b created_at:d updated_at:d last_ingested_at:d) ;;
    "fin") fields=(conversation_id:. user_id:. status:. created_at_ms:.) ;;
    "fin-voice") fields=(id:. status:. user_phone_number:. external_call_id:. intercom_call_id:. intercom_conversation_id:.) ;;
    "folders") fields=(id:i name:s description:s parent_folder_id:i content_count:n created_at:d updated_at:d emoji:.) ;;
    "help-centers") fields=(id:i display_name:s identifier:s url:s website_turned_on:b locales:s default:.) ;;
    "internal-articles") fields=(id:i title:s body:s author_id:i owner_id:i locale:s created_at:d updated_at:d) ;;
    "ip-allowlist") fields=(enabled:. ip_allowlist:.) ;;
    "jobs") fields=(id:. status:. resource_type:. resource_id:.) ;;
    "macros") fields=(id:i name:s body_text:s 'visible_to:s=everyone|specific_teams' visible_to_team_ids:i 'available_on:s=inbox|messenger' updated_at:.) ;;
    "messages") fields=(id:. message_type:. owner.name:. body:. created_at:.) ;;
    "news-items") fields=(id:i title:s body:s 'state:s=draft|live' sender_id:i labels:s deliver_silently:b created_at:d updated_at:d newsfeed_assignments.newsfeed_id:.) ;;
    "newsfeeds") fields=(id:i name:s created_at:d updated_at:d) ;;
    "newsfeeds items") fields=(id:. title:. state:. newsfeed_assignments.newsfeed_id:. sender_id:. updated_at:.) ;;
    "notes") fields=(id:. created_at:. author.name:. body:.) ;;
    "office-hours") fields=(id:. name:. time_zone_name:. time_intervals:.) ;;
    "office-hours-exceptions") fields=(id:. exception_date:. name:. time_intervals:. recurring_annually:.) ;;
    "phone-call-redirects") fields=(phone:. url:.) ;;
    "redirects") fields=(id:i from_url:s 'target_type:s=article|collection' target_id:i locale:s created_at:d updated_at:d) ;;
    "reports") fields=(job_identifier:. status:. download_expires_at:.) ;;
    "secure-mode-secrets") fields=(id:. name:. supports_web:. supports_ios:. supports_android:. created_at:.) ;;
    "segments") fields=(id:. name:. person_type:. updated_at:.) ;;
    "subscription-types") fields=(id:i 'state:s=live|draft|archived' 'consent_type:s=opt_out|opt_in' default_translation.name:s) ;;
    "tags") fields=(id:i name:s) ;;
    "teams") fields=(id:i name:s distribution_method:s admin_ids:. admin_ids:. assignment_limit:.) ;;
    "ticket-attributes") fields=(id:i name:s 'data_type:i=string|list|integer|decimal|boolean|datetime|files' archived:b required_to_create:b visible_to_contacts:b input_options.list_options:.) ;;
    "ticket-states") fields=(id:i internal_label:s external_label:s 'category:i=submitted|in_progress|waiting_on_customer|resolved' archived:b ticket_types:.) ;;
    "ticket-types") fields=(id:i name:s 'category:i=Customer|Back-office|Tracker' archived:b is_internal:b icon:. ticket_type_attributes:. description:.) ;;
    "tickets") fields=(id:i title:s- description:s- state:i- 'category:i-=request|task|tracker' ticket_type_id:i- open:b contact_ids:i- admin_assignee_id:i team_assignee_id:i teammate_ids:i- created_at:d updated_at:d snoozed_until:d ticket_id:i/ is_shared:b/ previous_ticket_state_id:i/ ticket_state_internal_label:s/ contacts:i/ linked_objects:i/ assigned:i-/ type:i-/ assignee:i-/ team:i-/ teammate:i-/ contact:i-/ ticket_attributes.:c/ ticket_state.:c/ ticket_type.:c/ contacts.:c/ linked_objects.:c/ ticket_attributes._default_title_:. ticket_type.name:. ticket_state.internal_label:.) ;;
    "visitors") fields=(id:. user_id:. name:. created_at:. last_request_at:. session_count:.) ;;
    "workflows") fields=(workflow.id:. workflow.title:.) ;;
  esac
}

# What can follow fields of a kind.
_intercom_signs() {
  case $1 in
    s) signs='= != ~ !~ ^ $ in not is' negated='in' usual='' ;;
    i) signs='= != in not is' negated='in' usual='' ;;
    t) signs='= != in not is' negated='in' usual='' ;;
    b) signs='= != in not is' negated='in' usual='true false' ;;
    n) signs='= != < <= > >= in between not is' negated='in between' usual='' ;;
    d) signs='= != < <= > >= in between not is' negated='in between' usual='today yesterday 7d 30d' ;;
    o) signs='is' negated='' usual='' ;;
    c) signs='= != ~ !~ ^ $ < <= > >= in between not is' negated='in between' usual='' ;;
  esac
}

# What can follow the beginning of an expression of --where, for bash and zsh. Its fields stand in
# $fields as  NAME:KIND[-][/][=VALUE|VALUE...]  where - marks what --fields and / what --sort lacks.
# Sets $offers to texts that go on from what is left of it when the last word, $stem, is taken away.
_intercom_where() {
  local state=field known= here= one turn
  offers=()
  _intercom_where_read "$1"
  stem=$here
  _intercom_where_next
  case $state:$here:$1 in
    after::*[\)\"\']) offers=("${offers[@]/#/ }") ;;
  esac
  # A word that alone is possible is offered with what can follow it: shells take a single answer
  # for the last one, and close the quotes.
  for turn in 1 2 3; do
    ((${#offers[@]} == 1)) || return 0
    one="${offers[*]}"
    case $state:$one in
      value:* | *:null) return 0 ;;
      field:*.) offers=("$one" "${one}NAME"); return 0 ;;
    esac
    _intercom_where_step "${one##* }"
    here= offers=()
    _intercom_where_next
    ((${#offers[@]})) || offers=('' VALUE)
    case $state in
      more | item) offers=("${offers[@]/#/$one}") ;;
      *) offers=("${offers[@]/#/$one }") ;;
    esac
  done
}

# Read pieces up to the last word, which may go on; within open quotes nothing is known.
_intercom_where_read() {
  local rest=$1 piece mark
  while :; do
    rest=${rest#"${rest%%[![:space:]]*}"}
    case $rest in
      '') return 0 ;;
      [\"\']*)
        mark=${rest:0:1} piece=${rest:1}
        if [[ $piece != *"$mark"* ]]; then state=; return 0; fi
        piece=$mark${piece%%"$mark"*}$mark
        ;;
      '!='* | '!~'* | '<='* | '>='*) piece=${rest:0:2} ;;
      [\(\),=\<\>~^\$]*) piece=${rest:0:1} ;;
      '!'*) state=; return 0 ;;
      *)
        piece=${rest%%[[:space:]=\<\>~^\$\!\(\),\"\']*}
        if [[ $piece == "$rest" ]]; then here=$rest; return 0; fi
        ;;
    esac
    rest=${rest#"$piece"}
    _intercom_where_step "$piece"
  done
}

# Take in one piece.
_intercom_where_step() {
  case $state:$1 in
    field:\( | field:[nN][oO][tT]) ;;
    field:*) known=${1//[\"\']/} state=sign ;;
    sign:[iI][nN] | not:[iI][nN]) state=open ;;
    sign:[bB]* | not:[bB]*) state=low ;;
    sign:[nN]*) state=not ;;
    sign:[iI][sS]) state=is ;;
    is:[nN][oO][tT]) state=null ;;
    open:\( | more:,) state=item ;;
    item:*) state=more ;;
    low:*) state=both ;;
    both:[aA][gG][oO] | after:[aA][gG][oO] | after:\)) ;;
    sign:* | both:*) state=value ;;
    after:*) state=field ;;
    *) state=after ;;
  esac
}

# Offer what can follow, where it begins with what is there of it.
_intercom_where_next() {
  local token kind=c values= signs= negated= usual= name
  for token in ${fields[@]+"${fields[@]}"}; do
    name=${token%%:*}
    if [[ $state == field ]]; then
      [[ ${token#*:} == .* ]] || _intercom_where_offer "$name"
    elif [[ $name == "$known" ]]; then
      kind=${token#*:} values=${kind#*=}
      [[ $kind == *=* ]] || values=
      kind=${kind:0:1}
    fi
  done
  _intercom_signs "$kind"
  case $state in
    sign) _intercom_where_each "$signs" ;;
    not) _intercom_where_each "$negated" ;;
    is) _intercom_where_each 'null not' ;;
    null) _intercom_where_each null ;;
    open) _intercom_where_each '(' ;;
    value | item | low) _intercom_where_each "${values:-$usual}" ;;
    more) _intercom_where_each ', )' ;;
    both) _intercom_where_each and ;;
    after) _intercom_where_each 'and or' ;;
  esac
}

_intercom_where_each() {
  local rest="${1//|/ } "
  while [[ $rest == *' '* ]]; do
    [[ $rest == ' ' ]] || _intercom_where_offer "${rest%% *}"
    rest=${rest#* }
  done
}

_intercom_where_offer() {
  if [[ $1 == "$here"* ]]; then offers+=("$1"); fi
}

_intercom() {
  local names= options= slots= about= path= helping= waiting= closed= skipped= used=' ' place=0
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
    @fields) _intercom_fields ;;
    @groups) _intercom_fields day week month year ;;
    @sort) _intercom_sort ;;
    @where) _intercom_expression ;;
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

# Names of fields, parted by commas; each once. Behind those of times go the spans that are given.
_intercom_fields() {
  local token name span
  local -a fields
  _intercom_fields_of "$about"
  if [[ $value == *,* ]]; then lead+=${value%,*}, value=${value##*,}; fi
  for token in ${fields[@]+"${fields[@]}"}; do
    name=${token%%:*}
    name=${name%.}
    if [[ ${token#*:} == ?-* || ,${lead#*=} == *",$name,"* ]]; then continue; fi
    _intercom_offer "$name"
    if [[ $token == *:d && $value == "$name":* ]]; then
      for span in "$@"; do _intercom_offer "$name:$span"; done
    fi
  done
  compopt -o nospace 2>/dev/null
}

# A field to sort by, after - for descending.
_intercom_sort() {
  local token
  local -a fields
  _intercom_fields_of "${path%% *}"
  if [[ $value == -* ]]; then lead+=- value=${value#-}; fi
  for token in ${fields[@]+"${fields[@]}"}; do
    [[ ${token%%=*} == */ || $token == *:.* || $token == *.:* ]] || _intercom_offer "${token%%:*}"
  done
}

# An expression goes on within its quotes, which are begun where there are none.
_intercom_expression() {
  local stem one first= before
  local -a fields offers
  if [[ -z $quote ]]; then
    [[ $value == *[!A-Za-z0-9_.]* ]] && return 0
    lead+="'"
    compopt -o nospace 2>/dev/null
  fi
  _intercom_fields_of "${path%% *}"
  _intercom_where "$value"
  before=$lead${value%"$stem"}
  # To list what differs in its first letter, the last words are enough; readline cannot put them
  # into the line then.
  if [[ ${COMP_TYPE-} == 63 && -z $stem ]]; then
    for one in ${offers[@]+"${offers[@]}"}; do
      first=${first:-${one:0:1}}
      if [[ $one != "$first"* ]]; then before= prefix=; break; fi
    done
  fi
  for one in ${offers[@]+"${offers[@]}"}; do
    one=$before$one
    COMPREPLY[${#COMPREPLY[@]}]=${one#"$prefix"}
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
