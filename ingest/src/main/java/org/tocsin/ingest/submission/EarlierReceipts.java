package org.tocsin.ingest.submission;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.tocsin.model.account.Submission;
import org.tocsin.store.Accounts;
import org.tocsin.store.StoreUnavailableException;
import org.tocsin.stream.SubmissionReader;

/**
 * The receipts given out before: the last ones of this process from memory, those of the last day
 * from Kafka, older ones from the store. Thread-safe.
 */
public final class EarlierReceipts {
  private static final Logger log = LoggerFactory.getLogger(EarlierReceipts.class);

  /** Enough to bridge the moments until Kafka gives back what was just written there. */
  private static final int REMEMBERED = 1_000;

  private final Function<UUID, Optional<Submission>> recent;
  private final Function<UUID, Optional<Submission>> stored;
  private final Map<UUID, Receipt> remembered = Collections.synchronizedMap(new Last<>());

  /** Receipts of those two. */
  public EarlierReceipts(SubmissionReader recent, Accounts accounts) {
    this(recent::find, accounts::submission);
  }

  private EarlierReceipts(
      Function<UUID, Optional<Submission>> recent, Function<UUID, Optional<Submission>> stored) {
    this.recent = recent;
    this.stored = stored;
  }

  /** As if there never was one. */
  public static EarlierReceipts none() {
    return new EarlierReceipts(id -> Optional.empty(), id -> Optional.empty());
  }

  /** Remembers a receipt. */
  void remember(Receipt receipt) {
    remembered.put(receipt.id(), receipt);
  }

  /** The receipt of a submission that was sealed; empty where it was not, as far as is known. */
  Optional<Receipt> find(UUID id) {
    Receipt last = remembered.get(id);
    if (last != null) {
      return Optional.of(last);
    }
    return recent
        .apply(id)
        .or(() -> stored(id))
        .filter(submission -> submission.state() == Submission.State.SEALED)
        .map(Receipt::of);
  }

  /** Without an answer the same slots are filled again, which changes nothing. */
  private Optional<Submission> stored(UUID id) {
    try {
      return stored.apply(id);
    } catch (StoreUnavailableException e) {
      log.warn("Receipt {} can not be looked up in the store; its slots are filled again", id);
      return Optional.empty();
    }
  }

  private static final class Last<K, V> extends LinkedHashMap<K, V> {
    private static final long serialVersionUID = 1L;

    @Override
    protected boolean removeEldestEntry(Map.Entry<K, V> eldest) {
      return size() > REMEMBERED;
    }
  }
}
