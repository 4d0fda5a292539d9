package org.tocsin.web.console;

import org.jspecify.annotations.Nullable;
import org.tocsin.store.StoredReject;

/**
 * A reject in a list or on its page.
 *
 * @param id its id
 * @param reason the kind of fault in words
 * @param reasonKey the kind of fault as the API writes it
 * @param detail what was wrong
 * @param line line of the submission, null where lines mean nothing
 * @param path the field at fault, null where it is the whole record
 * @param format the format that was tried
 * @param provider who publishes it
 * @param feed in which stream
 * @param submitter who sent it in
 * @param receipt the submission
 * @param slot its place in the submission
 * @param collectedAt when it was collected
 */
record RejectCard(
    String id,
    String reason,
    String reasonKey,
    String detail,
    @Nullable String line,
    @Nullable String path,
    String format,
    String provider,
    String feed,
    String submitter,
    String receipt,
    String slot,
    Moment collectedAt) {

  static RejectCard of(StoredReject stored) {
    Long line = stored.reject().line();
    return new RejectCard(
        stored.slot().toString(),
        RsitWords.of(stored.reject().reason().key()),
        stored.reject().reason().key(),
        stored.reject().detail(),
        line == null ? null : Figure.count(line),
        stored.reject().path(),
        stored.format(),
        stored.origin().provider(),
        stored.origin().feed(),
        stored.submitter(),
        stored.slot().receipt().toString(),
        "raw record " + stored.slot().number() + ", position " + stored.slot().position(),
        Moment.seconds(stored.collectedAt()));
  }
}
