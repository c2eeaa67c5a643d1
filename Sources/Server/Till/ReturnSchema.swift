extension ServerSchema {
  /// Sales that are taken back, and what is owed after one of points that were spent.
  ///
  /// For whoever keeps sums of the ledger:
  /// - The base tables are `entry` (lines, only added), `lot`, `draw` and `owed`. At every moment and
  ///   for each member: Σ entry.points = Σ lot.remaining where lot.entry IS NOT NULL
  ///   − Σ owed.remaining. A lot on the way has no line and counts for nothing yet.
  /// - Of each lot: granted = remaining + Σ draw.points. Of each line below zero:
  ///   −points = Σ draw.points + what of `owed` remains for it. What the next earnings pay is a draw
  ///   from their lot by the line of the return.
  /// - A return is a line of the kind `return` whose `reverses` is the line of the gift, and there may
  ///   be several for one gift. What an earning counts for tiers is its own points and those of all
  ///   lines that reverse it, whenever they were written.
  /// - Where points of the sale had expired, a line of the kind `return` above zero reverses the line
  ///   of the expiry, with a draw below zero from the lot.
  /// - `lot.granted` changes in place only while the lot is on the way.
  ///
  /// NB: it comes after `totals`, whose triggers count what it moves, and before `owedTotals`.
  static let returns = """
    CREATE TABLE owed (
      entry TEXT PRIMARY KEY REFERENCES entry, member TEXT NOT NULL REFERENCES member,
      points INTEGER NOT NULL CHECK (points > 0),
      remaining INTEGER NOT NULL CHECK (remaining BETWEEN 0 AND points), at INTEGER NOT NULL
    ) STRICT, WITHOUT ROWID;
    CREATE INDEX owed_member ON owed (member, at, entry);

    -- Until now a debt was a lot below zero.
    INSERT INTO owed (entry, member, points, remaining, at)
      SELECT entry, member, -sum(granted), -sum(remaining), min(active_from) FROM lot
      WHERE granted < 0 AND remaining < 0 AND entry IS NOT NULL GROUP BY entry, member;
    DELETE FROM lot WHERE granted < 0;
    -- What has been earned since pays it, the oldest debt first, from what expires first: each debt
    -- and each lot is a stretch of the points of its member, and what they share is paid.
    INSERT INTO draw (entry, lot, points)
      WITH debt AS (
        SELECT entry, member, remaining,
          sum(remaining) OVER (PARTITION BY member ORDER BY at, entry) AS upto FROM owed
      ), held AS (
        SELECT id, member, remaining, sum(remaining) OVER (
          PARTITION BY member ORDER BY expires_at IS NULL, expires_at, id) AS upto
        FROM lot WHERE entry IS NOT NULL AND remaining > 0
          AND member IN (SELECT member FROM owed)
      )
      SELECT debt.entry, held.id,
        CASE WHEN debt.upto < held.upto THEN debt.upto ELSE held.upto END
        - CASE WHEN debt.upto - debt.remaining > held.upto - held.remaining
          THEN debt.upto - debt.remaining ELSE held.upto - held.remaining END
      FROM debt JOIN held ON held.member = debt.member
        AND debt.upto > held.upto - held.remaining AND held.upto > debt.upto - debt.remaining;
    UPDATE lot SET remaining = granted
        - (SELECT coalesce(sum(points), 0) FROM draw WHERE draw.lot = lot.id)
      WHERE entry IS NOT NULL AND remaining > 0 AND member IN (SELECT member FROM owed);
    UPDATE owed SET remaining = -(SELECT points FROM entry WHERE entry.id = owed.entry)
      - (SELECT coalesce(sum(points), 0) FROM draw WHERE draw.entry = owed.entry);

    -- What a purchase gave when it was sold, how much of its money and which of its goods have been
    -- taken back since, and what its receipt said.
    ALTER TABLE purchase ADD COLUMN points INTEGER NOT NULL DEFAULT 0;
    ALTER TABLE purchase ADD COLUMN returned INTEGER NOT NULL DEFAULT 0;
    ALTER TABLE purchase ADD COLUMN returned_categories TEXT NOT NULL DEFAULT '';
    ALTER TABLE purchase ADD COLUMN receipt TEXT;
    UPDATE purchase SET points = (SELECT granted FROM lot WHERE lot.id = purchase.lot)
      WHERE lot IS NOT NULL;
    UPDATE purchase SET returned = amount WHERE EXISTS (
      SELECT 1 FROM lot JOIN entry ON entry.reverses = lot.entry WHERE lot.id = purchase.lot);
    DROP VIEW kept_purchase;
    -- NB: it stands so in each database.
    CREATE VIEW kept_purchase AS
      SELECT * FROM purchase WHERE returned = 0 OR returned < amount;

    -- The id is made of the key of the attempt; the receipt is the answer to each repetition.
    CREATE TABLE sale_return (
      id TEXT PRIMARY KEY, purchase TEXT NOT NULL REFERENCES purchase,
      member TEXT NOT NULL REFERENCES member, asked INTEGER, categories TEXT NOT NULL,
      amount INTEGER NOT NULL CHECK (amount > 0), at INTEGER NOT NULL, receipt TEXT NOT NULL
    ) STRICT, WITHOUT ROWID;
    CREATE INDEX sale_return_purchase ON sale_return (purchase);
    CREATE INDEX sale_return_member ON sale_return (member, at);
    -- Sales and returns of members who have been deleted: a digest of a till's key, and nobody's
    -- name. Such a key is never good for another sale.
    CREATE TABLE gone_sale (id TEXT PRIMARY KEY) STRICT, WITHOUT ROWID;
    CREATE TRIGGER gone_purchase AFTER DELETE ON purchase BEGIN
      INSERT INTO gone_sale (id) SELECT OLD.id
        WHERE NOT EXISTS (SELECT 1 FROM gone_sale WHERE id = OLD.id);
    END;
    CREATE TRIGGER gone_sale_return AFTER DELETE ON sale_return BEGIN
      INSERT INTO gone_sale (id) SELECT OLD.id
        WHERE NOT EXISTS (SELECT 1 FROM gone_sale WHERE id = OLD.id);
    END;

    -- A coupon that was withdrawn cannot be used, and one that was used cannot be withdrawn.
    ALTER TABLE coupon ADD COLUMN withdrawn_at INTEGER
      CHECK (withdrawn_at IS NULL OR used_at IS NULL);
    -- What brought the bonus, and the bonus itself.
    ALTER TABLE referral ADD COLUMN purchase TEXT REFERENCES purchase ON DELETE SET NULL;
    ALTER TABLE referral ADD COLUMN lot INTEGER REFERENCES lot ON DELETE SET NULL;
    CREATE INDEX referral_purchase ON referral (purchase) WHERE purchase IS NOT NULL;
    CREATE INDEX referral_lot ON referral (lot) WHERE lot IS NOT NULL;
    UPDATE referral SET purchase = (
        SELECT min(id) FROM purchase
        WHERE purchase.member = referral.friend AND purchase.at = referral.purchased_at),
      lot = (
        SELECT min(id) FROM lot WHERE lot.member = referral.referrer AND lot.kind = 'bonus'
          AND lot.granted = referral.points AND lot.active_from = referral.purchased_at)
      WHERE purchased_at IS NOT NULL;

    CREATE TRIGGER event_owed_INSERT AFTER INSERT ON owed BEGIN
      INSERT INTO event (member, resource, ref) VALUES (NEW.member, 'balance', NULL);
    END;
    CREATE TRIGGER event_lot_granted AFTER UPDATE OF granted ON lot BEGIN
      INSERT INTO event (member, resource, ref) VALUES (NEW.member, 'balance', NULL);
    END;
    CREATE TRIGGER event_coupon_withdrawn AFTER UPDATE OF withdrawn_at ON coupon BEGIN
      INSERT INTO event (member, resource, ref) VALUES (NEW.member, 'coupons', NEW.id);
    END;
    CREATE TRIGGER event_award_DELETE AFTER DELETE ON award BEGIN
      INSERT INTO event (member, resource, ref)
      VALUES (OLD.member, 'promotions', OLD.promotion);
    END;
    CREATE TRIGGER event_stamp_DELETE AFTER DELETE ON stamp BEGIN
      INSERT INTO event (member, resource)
      SELECT member, 'stamps' FROM stamp_card WHERE id = OLD.card;
    END;
    CREATE TRIGGER event_sale_return_INSERT AFTER INSERT ON sale_return BEGIN
      INSERT INTO event (member, resource, ref) VALUES (NEW.member, 'promotions', NULL);
    END;
    """
}
