package org.tocsin.web.search;

import java.util.Arrays;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.tocsin.model.report.RejectReason;
import org.tocsin.model.sharing.SharingFilter;
import org.tocsin.store.Page;
import org.tocsin.store.Rejects;
import org.tocsin.store.StoredReject;
import org.tocsin.web.parameter.Given;
import org.tocsin.web.problem.BadParameterException;

/**
 * What to look for among rejects, as a request gives it; a blank one counts as missing.
 *
 * @param receipt only of that submission
 * @param reason only of that reason, such as {@code bad-value}
 * @param cursor where to go on
 * @param limit how many at most, 1 to 1,000
 */
public record RejectParameters(
    @Nullable String receipt,
    @Nullable String reason,
    @Nullable String cursor,
    @Nullable String limit) {

  /**
   * The page these stand for.
   *
   * @throws BadParameterException where one cannot be read, naming it
   */
  public Page<StoredReject> page(Rejects rejects, int usualLimit, SharingFilter filter) {
    UUID submission = Given.uuid("receipt", receipt);
    RejectReason kind = kind();
    String after = Given.text("cursor", cursor);
    int most = Given.limit(limit, usualLimit);
    return BadParameterException.unlessReadable(
        () -> rejects.search(submission, kind, after, most, filter));
  }

  private @Nullable RejectReason kind() {
    String text = Given.text("reason", reason);
    if (text == null) {
      return null;
    }
    return RejectReason.ofKey(text)
        .orElseThrow(() ->
            new BadParameterException(
                "reason",
                Arrays.stream(RejectReason.values())
                    .map(RejectReason::key)
                    .collect(Collectors.joining(", ", "'reason' must be one of ", "."))));
  }
}
