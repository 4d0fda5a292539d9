package org.tocsin.web.api;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonInclude.Include;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.tocsin.model.rsit.Rsit;
import org.tocsin.model.sharing.Reader;
import org.tocsin.model.warning.Addressees;
import org.tocsin.model.warning.Advice;
import org.tocsin.model.warning.Observable;
import org.tocsin.model.warning.WarningContent;

/**
 * What a warning says. It can be sent back as it is.
 *
 * @param classification RSIT classification of the type, null without one
 * @param audience whom it is addressed to; readers see of it only their own organisation, groups
 *     and name
 * @param incidents the incidents it comes of; empty but for the team
 */
@JsonInclude(Include.NON_NULL)
record WarningContentBody(
    String title,
    String summary,
    Advice advice,
    String severity,
    @Nullable String type,
    @Nullable String classification,
    String tlp,
    Addressees audience,
    List<String> products,
    List<String> cves,
    List<Observable> observables,
    List<String> references,
    List<String> languages,
    @Nullable Instant validFrom,
    @Nullable Instant validUntil,
    List<UUID> incidents) {
  static WarningContentBody of(WarningContent content, Reader reader) {
    return new WarningContentBody(
        content.title(),
        content.summary(),
        content.advice(),
        content.severity().key(),
        content.type(),
        content.rsit().map(Rsit::classification).orElse(null),
        content.tlp().label(),
        reader.isStaff() ? content.audience() : own(content.audience(), reader),
        content.products(),
        content.cves(),
        content.observables(),
        content.references(),
        content.languages(),
        content.validFrom(),
        content.validUntil(),
        reader.isStaff() ? content.incidents() : List.of());
  }

  /** Who else was warned is nobody's business. */
  private static Addressees own(Addressees all, Reader reader) {
    String organisation = reader.organisation();
    Set<String> groups = reader.membership().groups();
    return new Addressees(
        all.organisations().stream().filter(one -> one.equals(organisation)).toList(),
        all.groups().stream().filter(groups::contains).toList(),
        all.persons().stream().filter(one -> one.equals(reader.name())).toList());
  }
}
