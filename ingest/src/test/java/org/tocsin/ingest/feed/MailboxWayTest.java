package org.tocsin.ingest.feed;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import com.icegreen.greenmail.store.FolderException;
import java.io.IOException;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.tocsin.formats.KnownFormats;
import org.tocsin.ingest.submission.FormatChoice;
import org.tocsin.model.account.Submission;
import org.tocsin.model.report.Lane;
import org.tocsin.outward.Failure;
import org.tocsin.outward.FetchFailedException;
import org.tocsin.outward.RetryableFetchException;
import org.tocsin.outward.mailbox.MailboxClient;
import org.tocsin.stream.StreamUnavailableException;

@Timeout(60)
class MailboxWayTest {
  @TempDir Path folder;
  private FeedBench bench;
  private MailServer server;
  private FeedCollectors collectors;
  private final List<FeedMemory> kept = new ArrayList<>();

  @BeforeEach
  void begin() throws IOException {
    bench = new FeedBench(folder);
    bench.ingest.formats = FormatChoice.among(KnownFormats.all());
    server = new MailServer();
  }

  @AfterEach
  void shouldLeaveNothingOnDisk() {
    if (collectors != null) {
      collectors.stop();
    }
    server.close();
    bench.close();
    assertThat(folder.resolve("fetched"))
        .satisfiesAnyOf(
            fetched -> assertThat(fetched).isEmptyDirectory(),
            fetched -> assertThat(fetched).doesNotExist());
  }

  @ParameterizedTest
  @ValueSource(strings = {"imap", "pop3"})
  void shouldTakeEachMailThatIsThereWholeAndOnce(String scheme) throws FolderException {
    server.deliver("first", 100);
    server.deliver("second", 100);
    FeedDefinition feed = server.feed(scheme, "PT1H", MailServer.leaving());

    FeedMemory memory = pull(feed, FeedMemory.NEW);

    assertThat(subjects()).containsExactly("first", "second");
    assertThat(bench.ingest.log.submissions())
        .allSatisfy(submission -> {
          assertThat(submission.format()).isEqualTo("mail");
          assertThat(submission.submitter()).isEqualTo("feed:desk");
        });
    assertThat(bench.ingest.log.lanes()).containsOnly(Lane.INTERACTIVE);
    assertThat(new String(bench.ingest.log.raws().getFirst().text(), UTF_8))
        .contains("From: ann@example.net\r\n", "\r\n\r\nxxx")
        .endsWith("xxx\r\n");
    assertThat(memory.records()).isEqualTo(2);

    server.deliver("third", 100);
    pull(feed, memory);
    assertThat(subjects()).containsExactly("first", "second", "third");
    assertThat(server.count("INBOX")).isEqualTo(3);
  }

  @ParameterizedTest
  @ValueSource(strings = {"imap", "pop3"})
  void shouldTakeAMailOnlyOnceThoughKilledBeforeItWasRemembered(String scheme) {
    server.deliver("first", 100);
    server.deliver("second", 100);
    FeedDefinition feed = server.feed(scheme, "PT1H", MailServer.leaving());
    pull(feed, FeedMemory.NEW);
    int written = bench.ingest.log.submissions().size();

    FeedMemory again = pull(feed, FeedMemory.NEW);

    assertThat(bench.ingest.log.submissions()).hasSize(written);
    assertThat(again.lastReceipt()).isEqualTo(bench.ingest.log.last().receipt());
  }

  @Test
  void shouldMoveOrDeleteAMailOnlyWhenItIsTaken() throws FolderException {
    for (MailboxTerms terms : MailServer.settling()) {
      server.deliver(terms.after().name(), 100);
      FeedDefinition feed = server.feed("imap", "PT1H", terms);
      bench.ingest.log.down(true);
      assertThatThrownBy(() -> pull(feed, FeedMemory.NEW))
          .isInstanceOf(StreamUnavailableException.class);
      assertThat(server.count("INBOX")).isEqualTo(1);

      bench.ingest.log.down(false);
      pull(feed, kept.getLast());
      assertThat(server.count("INBOX")).isZero();
    }
    assertThat(server.count("Taken")).isEqualTo(1);
    assertThat(subjects()).containsExactly("DELETE", "MOVE");
  }

  @Test
  void shouldDeleteByPop3WhatIsTakenAlsoWhereItWasTakenBefore() throws FolderException {
    server.deliver("first", 100);
    FeedMemory memory = pull(server.feed("pop3", "PT1H", MailServer.leaving()), FeedMemory.NEW);
    server.deliver("second", 100);

    pull(server.feed("pop3", "PT1H", MailServer.settling().getFirst()), memory);

    assertThat(server.count("INBOX")).isZero();
    assertThat(subjects()).containsExactly("first", "second");
  }

  @ParameterizedTest
  @ValueSource(strings = {"imap", "pop3"})
  void shouldTellOfAMailThatIsTooLargeAndTakeTheOthers(String scheme) {
    server.deliver("first", 100);
    server.deliver("large", 2 * FeedBench.LARGEST_MAIL);
    server.deliver("last", 100);
    FeedDefinition feed = server.feed(scheme, "PT1H", MailServer.leaving());

    FeedMemory memory = pull(feed, FeedMemory.NEW);

    assertThat(subjects()).containsExactly("first", "last");
    assertThat(memory.left()).contains("the mail with the id ", "is larger than 100000 bytes");
    if (scheme.equals("imap")) {
      assertThat(memory.left()).contains("the id 2 is larger");
    }
    server.deliver("later", 100);
    FeedMemory next = pull(feed, memory);
    assertThat(subjects()).containsExactly("first", "last", "later");
    assertThat(next.left()).isEqualTo(memory.left());
  }

  @Test
  void shouldOverlookNoMailWhereTheIdsMeanOthersNow() {
    server.deliver("first", 100);
    FeedDefinition feed = server.feed("imap", "PT1H", MailServer.leaving());
    FeedMemory memory = pull(feed, FeedMemory.NEW);

    server.restart();
    server.deliver("another under the same UID", 100);
    FeedMemory after = pull(feed, memory);

    assertThat(subjects()).containsExactly("first", "another under the same UID");
    assertThat(MailboxCursor.of(after.cursor(), "").validity()).isEmpty();
    assertThat(after.cursor()).isNotEqualTo(memory.cursor());
  }

  @Test
  void shouldTakeAMailAsSoonAsItComesWithoutWaitingForTheSchedule() {
    server.deliver("first", 100);
    start(server.feed("imap", "PT1H", MailServer.leaving()));
    await().until(() -> subjects().contains("first"));
    await().until(() -> standing().state() == FeedState.LISTENING);

    server.deliver("second", 100);

    await().until(() -> subjects().contains("second"));
    assertThat(standing().next()).isAfter(InstantSource.system().instant().plusSeconds(3000));
  }

  @Test
  void shouldListenAgainWhenTheServerIsBack() {
    server.deliver("before", 100);
    start(server.feed("imap", "PT1H", MailServer.leaving()));
    await().until(() -> standing().state() == FeedState.LISTENING);

    server.stop();
    await().until(() -> standing().state() != FeedState.LISTENING);
    server.restart();
    await().until(() -> standing().state() == FeedState.LISTENING);
    server.deliver("after", 100);

    await().until(() -> subjects().contains("after"));
  }

  @Test
  void shouldTakeNothingWhilePaused() {
    start(server.feed("imap", "PT1H", MailServer.leaving()));
    await().until(() -> standing().state() == FeedState.LISTENING);
    bench.pause(true);
    await().until(() -> standing().state() == FeedState.PAUSED);

    server.deliver("first", 100);
    collectors.runNow("desk");
    await().until(() -> subjects().contains("first"));
    await().until(() -> standing().state() == FeedState.PAUSED);

    server.deliver("second", 100);
    bench.pause(false);
    await().until(() -> subjects().contains("second"));
  }

  @Test
  void shouldSayThatTheUserIsNotLetIn() {
    MailboxTerms stranger = new MailboxTerms("stranger", MailboxTerms.After.LEAVE, null);
    for (String scheme : List.of("imap", "pop3")) {
      assertThatThrownBy(() -> pull(server.feed(scheme, "PT1H", stranger), FeedMemory.NEW))
          .isInstanceOfSatisfying(
              FetchFailedException.class, e -> assertThat(e.failure()).isEqualTo(Failure.LOGIN));
    }
  }

  @Test
  void shouldTrustNoCertificateOfAServersOwnMaking() {
    assertThatThrownBy(
            () -> pull(server.feed("imaps", "PT1H", MailServer.leaving()), FeedMemory.NEW))
        .isInstanceOfSatisfying(
            FetchFailedException.class, e -> assertThat(e.failure()).isEqualTo(Failure.UNTRUSTED));
  }

  @Test
  void shouldReachNoMailboxWithinTheNodesOwnNetwork() {
    try (MailboxClient client = new MailboxClient(FeedBench.reaching(folder))) {
      for (String scheme : List.of("imap", "pop3")) {
        FeedDefinition feed = server.feed(scheme, "PT1H", MailServer.leaving());
        Secrets secrets = new Secrets(FeedBench::secret);
        Way way = new MailboxWay(feed, client, 1000, bench.ingest.intake(), secrets);

        assertThatThrownBy(() -> way.pull(FeedMemory.NEW, kept::add))
            .isInstanceOfSatisfying(
                FetchFailedException.class,
                e -> assertThat(e.failure()).isEqualTo(Failure.NOT_ALLOWED));
      }
    }
  }

  @Test
  void shouldTryAgainLaterWhereNobodyAnswers() {
    FeedDefinition feed = server.feed("imap", "PT1H", MailServer.leaving());
    server.stop();

    assertThatThrownBy(() -> pull(feed, FeedMemory.NEW))
        .isInstanceOfSatisfying(
            RetryableFetchException.class,
            e -> assertThat(e.failure()).isEqualTo(Failure.UNREACHABLE));
  }

  private FeedMemory pull(FeedDefinition feed, FeedMemory before) {
    return bench.way(feed).pull(before.readAs(feed.reading()), kept::add);
  }

  private void start(FeedDefinition feed) {
    collectors = bench.collectors(feed);
    collectors.start();
  }

  private FeedStanding standing() {
    await().until(() -> collectors.standing("desk").isPresent());
    return collectors.standing("desk").orElseThrow();
  }

  private List<String> subjects() {
    return bench.ingest.log.submissions().stream()
        .map(Submission::receipt)
        .distinct()
        .map(receipt -> new String(bench.ingest.log.bytesOf(receipt), UTF_8))
        .map(mail -> mail.replaceFirst("(?s).*Subject: ([^\r\n]*)\r?\n.*", "$1"))
        .toList();
  }
}
