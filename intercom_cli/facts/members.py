"""The members of a record of each noun that --where can filter, in any version of the API.

From Intercom's description of 2.7 to Preview, and from recorded answers. Some may be missing in a
record, or be null.
"""

from __future__ import annotations

CONTACT = (
    "type id external_id workspace_id role email email_domain phone formatted_phone name avatar"
    " owner_id has_hard_bounced marked_email_as_spam unsubscribed_from_emails"
    " unsubscribed_from_sms sms_consent created_at updated_at signed_up_at last_seen_at"
    " last_replied_at last_contacted_at last_email_opened_at last_email_clicked_at"
    " language_override browser browser_version browser_language os android_app_name"
    " android_app_version android_device android_os_version android_sdk_version"
    " android_last_seen_at ios_app_name ios_app_version ios_device ios_os_version"
    " ios_sdk_version ios_last_seen_at custom_attributes tags notes companies location"
    " social_profiles merge_history opted_in_subscription_types opted_out_subscription_types"
    " enabled_push_messaging referrer utm_campaign utm_content utm_medium utm_source utm_term"
)
CONVERSATION = (
    "type id title created_at updated_at waiting_since snoozed_until open state read priority"
    " admin_assignee_id team_assignee_id assignee tags conversation_rating source contacts"
    " teammates first_contact_reply sla_applied statistics conversation_parts custom_attributes"
    " linked_objects ai_agent_participated ai_agent company sales_agent_participated sales_agent"
    " channel external_references monitor_evaluations scorecards ai_topics topics ticket"
)
TICKET = (
    "type id ticket_id category ticket_attributes ticket_state ticket_state_internal_label"
    " ticket_state_external_label ticket_type contacts admin_assignee_id team_assignee_id"
    " created_at updated_at open snoozed_until linked_objects ticket_parts is_shared tags"
    " previous_ticket_state_id company_id"
)
COMPANY = (
    "type id name app_id plan company_id remote_created_at created_at updated_at last_request_at"
    " size website industry monthly_spend session_count user_count custom_attributes tags segments"
    " notes"
)
MEMBERS = {
    "contacts": frozenset(CONTACT.split()),
    "conversations": frozenset(CONVERSATION.split()),
    "tickets": frozenset(TICKET.split()),
    "companies": frozenset(COMPANY.split()),
}
