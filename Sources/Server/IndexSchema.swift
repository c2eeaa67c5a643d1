extension ServerSchema {
  /// What a deletion looks for: the child's side of each foreign key, and all that names a member
  /// otherwise; `Tests/Server/ErasureCostTests` lists what is missing.
  static let indexes = """
    CREATE INDEX lot_entry ON lot (entry) WHERE entry IS NOT NULL;
    CREATE INDEX coupon_entry ON coupon (entry) WHERE entry IS NOT NULL;
    CREATE INDEX coupon_reward ON coupon (reward);
    CREATE INDEX award_lot ON award (lot) WHERE lot IS NOT NULL;
    CREATE INDEX award_purchase ON award (purchase);
    CREATE INDEX stamp_card_rule ON stamp_card (rule);
    CREATE INDEX stamp_purchase ON stamp (purchase);
    CREATE INDEX promo_code_use_member ON promo_code_use (member);
    CREATE INDEX retired_session ON retired (session);
    CREATE INDEX screen_editor_member ON screen_editor (member);
    CREATE INDEX screen_editor_seen ON screen_editor (seen_at);
    CREATE INDEX IF NOT EXISTS screen_revision_author ON screen_revision (author);
    -- The scope ends in the member, see `Idempotency`.
    ALTER TABLE idempotency ADD COLUMN member TEXT GENERATED ALWAYS AS
      (substr(scope, length(rtrim(scope, replace(scope, ' ', ''))) + 1)) VIRTUAL;
    CREATE INDEX idempotency_member ON idempotency (member);
    -- Members whose names are gone and whose long histories are going.
    CREATE TABLE leaving (member TEXT PRIMARY KEY REFERENCES member) STRICT, WITHOUT ROWID;
    CREATE INDEX entry_reversing ON entry (member) WHERE reverses IS NOT NULL;
    -- What a purge looks for.
    CREATE INDEX challenge_end ON challenge (expires_at);
    CREATE INDEX attempt_age ON attempt (at);
    CREATE INDEX promo_code_miss_age ON promo_code_miss (at);
    -- What a member with a very long history has much of, and one question asks for.
    CREATE INDEX coupon_taken ON coupon (member, reward) WHERE entry IS NOT NULL;
    CREATE INDEX stamp_card_full ON stamp_card (member, rule) WHERE completed_at IS NOT NULL;
    CREATE INDEX stamp_card_open ON stamp_card (member, rule) WHERE completed_at IS NULL;
    CREATE INDEX member_staff ON member (roles, id) WHERE roles NOT IN ('', 'member');
    """
}
