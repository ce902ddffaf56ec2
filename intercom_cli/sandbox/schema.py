"""The tables and indexes behind the workspace."""

VERSION = "3"

TABLES = """
CREATE TABLE meta (name TEXT PRIMARY KEY, value TEXT NOT NULL) WITHOUT ROWID;
CREATE TABLE contacts (
  seq INTEGER PRIMARY KEY AUTOINCREMENT,
  id TEXT NOT NULL UNIQUE,
  state TEXT NOT NULL,
  role TEXT NOT NULL,
  external_id TEXT,
  email TEXT,
  email_domain TEXT,
  phone TEXT,
  name TEXT,
  avatar TEXT,
  owner_id TEXT,
  has_hard_bounced INTEGER NOT NULL,
  marked_email_as_spam INTEGER NOT NULL,
  unsubscribed_from_emails INTEGER NOT NULL,
  created_at INTEGER NOT NULL,
  updated_at INTEGER NOT NULL,
  signed_up_at INTEGER,
  last_seen_at INTEGER,
  last_replied_at INTEGER,
  last_contacted_at INTEGER,
  last_email_opened_at INTEGER,
  last_email_clicked_at INTEGER,
  language_override TEXT,
  browser TEXT,
  browser_version TEXT,
  browser_language TEXT,
  os TEXT,
  country TEXT,
  region TEXT,
  city TEXT,
  custom TEXT NOT NULL,
  device TEXT NOT NULL,
  activity INTEGER NOT NULL,
  merged_into TEXT,
  merged_at INTEGER
);
CREATE TABLE contact_bodies (seq INTEGER PRIMARY KEY, body BLOB NOT NULL);
CREATE TABLE companies (
  seq INTEGER PRIMARY KEY AUTOINCREMENT,
  id TEXT NOT NULL UNIQUE,
  state TEXT NOT NULL,
  company_id TEXT NOT NULL,
  name TEXT,
  plan TEXT,
  remote_created_at INTEGER NOT NULL,
  created_at INTEGER NOT NULL,
  updated_at INTEGER NOT NULL,
  last_request_at INTEGER,
  size INTEGER,
  website TEXT,
  industry TEXT,
  monthly_spend INTEGER NOT NULL,
  session_count INTEGER NOT NULL,
  user_count INTEGER NOT NULL,
  custom TEXT NOT NULL
);
CREATE TABLE plans (id INTEGER PRIMARY KEY, name TEXT NOT NULL UNIQUE);
CREATE TABLE contact_companies (
  contact INTEGER NOT NULL, company INTEGER NOT NULL, attached_at INTEGER NOT NULL,
  PRIMARY KEY (contact, company)
) WITHOUT ROWID;
CREATE TABLE tags (
  id INTEGER PRIMARY KEY AUTOINCREMENT, name TEXT NOT NULL UNIQUE COLLATE NOCASE
);
CREATE TABLE contact_tags (
  contact INTEGER NOT NULL, tag INTEGER NOT NULL, applied_at INTEGER NOT NULL, admin TEXT NOT NULL,
  PRIMARY KEY (contact, tag)
) WITHOUT ROWID;
CREATE TABLE company_tags (
  company INTEGER NOT NULL, tag INTEGER NOT NULL, applied_at INTEGER NOT NULL, admin TEXT NOT NULL,
  PRIMARY KEY (company, tag)
) WITHOUT ROWID;
CREATE TABLE segments (
  id TEXT PRIMARY KEY, name TEXT NOT NULL, model TEXT NOT NULL, person_type TEXT NOT NULL,
  created_at INTEGER NOT NULL, updated_at INTEGER NOT NULL,
  rule TEXT NOT NULL, tag INTEGER, attribute TEXT
);
CREATE TABLE attributes (
  id INTEGER PRIMARY KEY AUTOINCREMENT, model TEXT NOT NULL, name TEXT NOT NULL,
  data_type TEXT NOT NULL, options TEXT, description TEXT, label TEXT,
  messenger_writable INTEGER NOT NULL, archived INTEGER NOT NULL, admin TEXT NOT NULL,
  created_at INTEGER NOT NULL, updated_at INTEGER NOT NULL, UNIQUE (model, name)
);
CREATE TABLE admins (
  id TEXT PRIMARY KEY, name TEXT NOT NULL, email TEXT NOT NULL, job_title TEXT NOT NULL,
  team_ids TEXT NOT NULL, has_inbox_seat INTEGER NOT NULL, away_mode_enabled INTEGER NOT NULL,
  away_mode_reassign INTEGER NOT NULL, away_status_reason_id INTEGER
);
CREATE TABLE notes (
  id INTEGER PRIMARY KEY AUTOINCREMENT, contact INTEGER, company INTEGER,
  admin TEXT NOT NULL, body TEXT NOT NULL, created_at INTEGER NOT NULL
);
CREATE TABLE subscription_types (
  id INTEGER PRIMARY KEY, state TEXT NOT NULL, consent_type TEXT NOT NULL,
  name TEXT NOT NULL, description TEXT NOT NULL, content_types TEXT NOT NULL
);
CREATE TABLE contact_subscriptions (
  contact INTEGER NOT NULL, subscription INTEGER NOT NULL, consent_type TEXT NOT NULL,
  PRIMARY KEY (contact, subscription)
) WITHOUT ROWID;
CREATE TABLE jobs (
  id TEXT PRIMARY KEY, status TEXT NOT NULL, resource_type TEXT NOT NULL, resource_id TEXT
);
CREATE TABLE documents (
  seq INTEGER PRIMARY KEY AUTOINCREMENT,
  kind TEXT NOT NULL,
  id TEXT NOT NULL,
  parent TEXT,
  body TEXT NOT NULL,
  UNIQUE (kind, id)
);
CREATE TABLE counters (kind TEXT PRIMARY KEY, last INTEGER NOT NULL) WITHOUT ROWID;
CREATE TABLE scrolls (param TEXT PRIMARY KEY, position INTEGER NOT NULL, expires_at REAL NOT NULL);
CREATE TABLE codes (
  code TEXT PRIMARY KEY, client_id TEXT NOT NULL, expires_at REAL NOT NULL, used INTEGER NOT NULL
);
CREATE TABLE tokens (
  token TEXT PRIMARY KEY, refresh_token TEXT UNIQUE, expires_at REAL, revoked INTEGER NOT NULL
);
"""

# Made after the rows are in: filling a table that is indexed already takes twice as long.
INDEXES = """
CREATE INDEX contacts_activity ON contacts (activity, id) WHERE state = 'live';
CREATE INDEX contacts_created ON contacts (created_at, id) WHERE state = 'live';
CREATE INDEX contacts_updated ON contacts (updated_at, id) WHERE state = 'live';
CREATE INDEX contacts_email ON contacts (email);
CREATE INDEX contacts_email_folded ON contacts (email COLLATE NOCASE);
CREATE INDEX contacts_external ON contacts (external_id);
CREATE INDEX contacts_merged ON contacts (merged_into) WHERE merged_into IS NOT NULL;
CREATE UNIQUE INDEX companies_own_id ON companies (company_id) WHERE state = 'live';
CREATE INDEX companies_name ON companies (name) WHERE state = 'live';
CREATE INDEX companies_requested ON companies (last_request_at, seq) WHERE state = 'live';
CREATE INDEX companies_contacts ON contact_companies (company, contact);
CREATE INDEX tags_contacts ON contact_tags (tag, contact);
CREATE INDEX tags_companies ON company_tags (tag, company);
CREATE INDEX notes_contact ON notes (contact, id) WHERE contact IS NOT NULL;
CREATE INDEX documents_below ON documents (kind, parent, seq);
CREATE INDEX notes_company ON notes (company, id) WHERE company IS NOT NULL;
"""
