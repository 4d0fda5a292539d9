package org.tocsin.web.warning;

import java.time.InstantSource;
import java.util.Comparator;
import java.util.List;
import java.util.UUID;
import org.springframework.security.access.AccessDeniedException;
import org.tocsin.model.delivery.Delivery;
import org.tocsin.model.delivery.DeliveryEvent.Replayed;
import org.tocsin.model.delivery.DeliveryItem;
import org.tocsin.model.journal.RefusedException;
import org.tocsin.model.sharing.Reader;
import org.tocsin.model.sharing.Role;
import org.tocsin.store.Deliveries;
import org.tocsin.store.DeliveryQuery;
import org.tocsin.store.KeptDelivery;
import org.tocsin.store.directory.KnownDirectory;
import org.tocsin.stream.DeliveryLog;
import org.tocsin.stream.DeliveryLog.Posting;
import org.tocsin.web.problem.NotVisibleException;

/**
 * What became of the deliveries of a warning, and trying them again. The team sees all of them,
 * others those that are for them or, where they are a focal point, for their organisation.
 */
public final class DeliveryDesk {
  private static final String NOUN = "delivery";

  private final Deliveries deliveries;
  private final DeliveryLog log;
  private final FoundWarnings warnings;
  private final KnownDirectory directory;
  private final InstantSource clock;

  /** Reads and writes there. */
  public DeliveryDesk(
      Deliveries deliveries,
      DeliveryLog log,
      FoundWarnings warnings,
      KnownDirectory directory,
      InstantSource clock) {
    this.deliveries = deliveries;
    this.log = log;
    this.warnings = warnings;
    this.directory = directory;
    this.clock = clock;
  }

  /**
   * The board of a warning: for the team all of it, for others their own deliveries alone.
   *
   * @throws NotVisibleException when nothing was published
   */
  public Board board(SeenWarning seen) {
    List<DeliveryLine> lines = lines(seen);
    return seen.whole() ? Board.of(seen, directory.now(), lines) : Board.ofReader(seen, lines);
  }

  private List<DeliveryLine> lines(SeenWarning seen) {
    DeliveryQuery query = DeliveryQuery.of(seen.warning().id());
    boolean alone = !seen.whole() && !seen.reader().roles().contains(Role.FOCAL_POINT);
    return deliveries.all(alone ? query.forRecipient(seen.reader().name()) : query).stream()
        .map(KeptDelivery::delivery)
        .filter(delivery -> isFor(seen.reader(), delivery.item()))
        .sorted(
            Comparator.comparing((Delivery delivery) -> delivery.item().released())
                .reversed()
                .thenComparing(delivery -> delivery.item().recipient())
                .thenComparing(Delivery::id))
        .map(delivery -> DeliveryLine.of(delivery, seen.warning()))
        .toList();
  }

  private static boolean isFor(Reader reader, DeliveryItem item) {
    return reader.isStaff()
        || item.recipient().equals(reader.name())
        || item.organisation() != null
            && item.organisation().equals(reader.organisation())
            && reader.roles().contains(Role.FOCAL_POINT);
  }

  /**
   * Has one tried again that came to a dead end.
   *
   * @return it as it stood
   * @throws NotVisibleException when there is none, or not for this reader
   * @throws AccessDeniedException when there is, and the reader may not write warnings
   * @throws RefusedException when it is under way, or must not go out
   */
  public Delivery replay(UUID id, Reader reader) {
    Delivery delivery = find(id, reader);
    if (!WarningDesk.mayWrite(reader)) {
      throw new AccessDeniedException("this is for those who write warnings");
    }
    if (!delivery.state().isDeadEnd()) {
      throw RefusedException.wrongState("it is " + delivery.state().key() + ", not at a dead end");
    }
    log.append(
        new Posting(
            delivery.item().subscription(), new Replayed(id, clock.instant(), reader.name())));
    return delivery;
  }

  private Delivery find(UUID id, Reader reader) {
    Delivery delivery =
        deliveries
            .find(id)
            .map(KeptDelivery::delivery)
            .orElseThrow(() -> new NotVisibleException(NOUN));
    warnings.one(delivery.item().warning().toString(), reader);
    if (!isFor(reader, delivery.item())) {
      throw new NotVisibleException(NOUN);
    }
    return delivery;
  }
}
