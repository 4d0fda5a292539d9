package org.tocsin.ingest.folder;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.tocsin.ingest.Bytes;
import org.tocsin.ingest.IngestBench;
import org.tocsin.model.account.Submission;
import org.tocsin.model.account.Submission.State;
import org.tocsin.model.report.Lane;
import org.tocsin.model.report.Origin;
import org.tocsin.model.tlp.Tlp;

class WatchedFolderTest {
  private static final byte[] TABLE = Bytes.table(5);

  @TempDir Path temporary;
  private Path root;
  private IngestBench bench;
  private WatchedFolder folder;
  private boolean open = true;

  @BeforeEach
  void begin() throws IOException {
    root = temporary.resolve("in");
    bench = new IngestBench(Files.createDirectory(temporary.resolve("spool")));
    folder = watched();
  }

  @Test
  void shouldTakeAFileOnceItWasTheSameTwice() throws IOException {
    Path file = put("shadowserver/scans/a.csv", TABLE);

    assertThat(folder.poll()).isEmpty();
    assertThat(bench.log.submissions()).isEmpty();
    assertThat(folder.state().waiting()).isEqualTo(1);

    folder.poll();

    Submission sealed = bench.log.last();
    assertThat(sealed.state()).isEqualTo(State.SEALED);
    assertThat(sealed.submitter()).isEqualTo("folder");
    assertThat(sealed.origin()).isEqualTo(new Origin("shadowserver", "scans"));
    assertThat(sealed.name()).isEqualTo("a.csv");
    assertThat(sealed.lane()).isEqualTo(Lane.BULK);
    assertThat(sealed.tlp()).isEqualTo(Tlp.AMBER);
    assertThat(bench.log.bytesOf(sealed.receipt())).isEqualTo(TABLE);
    assertThat(file).doesNotExist();
    assertThat(root.resolve(".done/shadowserver/scans/a.csv")).hasBinaryContent(TABLE);
    assertThat(folder.state())
        .isEqualTo(
            new FolderState(
                IngestBench.NOW, IngestBench.NOW, sealed.receipt(), 1, 0, 0, null, null));
  }

  @Test
  void shouldLeaveFilesWhereTheyAreWhileItIsClosedAndTakeThemAfterwards() throws IOException {
    open = false;
    Path first = put("a.csv", TABLE);
    put("empty.csv", new byte[0]);
    for (int i = 0; i < 3; i++) {
      assertThat(folder.poll()).isEmpty();
    }
    assertThat(bench.log.submissions()).isEmpty();
    assertThat(first).hasBinaryContent(TABLE);
    assertThat(folder.state().waiting()).isEqualTo(2);
    assertThat(folder.state().lastTaken()).isNull();

    open = true;
    folder.poll();

    assertThat(bench.log.bytesOf(bench.log.last().receipt())).isEqualTo(TABLE);
    assertThat(first).doesNotExist();
    assertThat(folder.state().waiting()).isZero();
    assertThat(folder.state().lastFailure())
        .isEqualTo(
            new FolderState.Failure(
                IngestBench.NOW, "empty.csv", "There is not a single byte in it."));
  }

  @Test
  void shouldWaitWhileAFileGrows() throws IOException {
    Path file = put("a.csv", TABLE);
    folder.poll();
    Files.write(file, Bytes.table(6));
    folder.poll();
    assertThat(bench.log.submissions()).isEmpty();
    Files.setLastModifiedTime(file, FileTime.from(Instant.now().plusSeconds(5)));
    folder.poll();
    assertThat(bench.log.submissions()).isEmpty();

    folder.poll();

    assertThat(bench.log.last().records()).isEqualTo(6);
  }

  @Test
  void shouldNameProviderAndFeedByTheFoldersOrByDefault() throws IOException {
    put("flat.csv", TABLE);
    put("cert-xy/one.csv", TABLE);
    put("cert-xy/daily/two.csv", TABLE);
    put("cert-xy/daily/deeper/three.csv", TABLE);

    poll(2);

    assertThat(bench.log.submissions())
        .filteredOn(submission -> submission.state() == State.SEALED)
        .extracting(Submission::origin)
        .containsExactlyInAnyOrder(
            new Origin("national-cert", "reports"),
            new Origin("cert-xy", "reports"),
            new Origin("cert-xy", "daily"));
  }

  @Test
  void shouldLeaveHiddenAndUnfinishedFilesAndLinksAlone() throws IOException {
    put(".hidden", TABLE);
    put(".folder/a.csv", TABLE);
    put("a.csv.part", TABLE);
    put("b.TMP", TABLE);
    Path outside = Files.write(temporary.resolve("outside.csv"), TABLE);
    Files.createSymbolicLink(root.resolve("link.csv"), outside);

    poll(3);

    assertThat(bench.log.submissions()).isEmpty();
    assertThat(folder.state().waiting()).isZero();
    assertThat(outside).exists();
  }

  @Test
  void shouldFillTheSameSlotsAfterACrashBetweenSealAndMove() throws IOException {
    Path file = put("a.csv", TABLE);
    FileTime modified = Files.getLastModifiedTime(file);
    poll(2);
    int raws = bench.log.raws().size();
    Files.move(root.resolve(".done/a.csv"), file);
    Files.setLastModifiedTime(file, modified);

    folder = watched();
    poll(2);

    assertThat(bench.log.raws()).hasSize(raws);
    assertThat(bench.log.submissions()).hasSize(2);
    assertThat(file).doesNotExist();
  }

  @Test
  void shouldTakeTheSameNameAgainOnAnotherDay() throws IOException {
    put("a.csv", TABLE);
    poll(2);
    Path again = put("a.csv", TABLE);
    Files.setLastModifiedTime(again, FileTime.from(Instant.now().plusSeconds(86_400)));
    poll(2);

    assertThat(bench.log.submissions())
        .filteredOn(submission -> submission.state() == State.SEALED)
        .extracting(Submission::receipt)
        .doesNotHaveDuplicates()
        .hasSize(2);
    assertThat(root.resolve(".done/a.csv")).exists();
    assertThat(root.resolve(".done/a.csv.1")).exists();
  }

  @Test
  void shouldPutAsideWhatCannotBeTakenAndSayWhy() throws IOException {
    put("Not A Provider/a.csv", TABLE);
    put("empty.csv", new byte[0]);
    put("bomb.zip", Bytes.zip("x", new byte[32 * 1024 * 1024]));
    put("good.csv", TABLE);

    poll(2);

    assertThat(root.resolve(".failed/Not A Provider/a.csv")).hasBinaryContent(TABLE);
    assertThat(root.resolve(".failed/Not A Provider/a.csv.txt")).content().contains("a-z 0-9");
    assertThat(root.resolve(".failed/empty.csv.txt")).content().contains("single byte");
    assertThat(root.resolve(".failed/bomb.zip.txt")).content().contains("as bombs do");
    assertThat(root.resolve(".done/good.csv")).exists();
    assertThat(folder.state().failed()).isEqualTo(3);
    assertThat(folder.state().taken()).isEqualTo(1);
    assertThat(files()).isEmpty();
  }

  @Test
  void shouldTakeEveryFileOfAnArchiveOnce() throws IOException {
    put("p/all.zip", Bytes.zip("a.csv", TABLE, "b.csv", TABLE));

    poll(3);

    assertThat(bench.log.submissions())
        .filteredOn(submission -> submission.state() == State.SEALED)
        .extracting(Submission::name)
        .containsExactly("a.csv", "b.csv");
  }

  @Test
  void shouldLeaveFilesWhereTheyAreWhileTheLogIsDown() throws IOException {
    Path file = put("a.csv", TABLE);
    folder.poll();
    bench.log.down(true);

    assertThat(folder.poll()).isEqualTo(Optional.of(Duration.ofSeconds(7)));
    assertThat(file).exists();
    assertThat(folder.state().lastError()).isNotBlank();

    bench.log.down(false);
    assertThat(folder.poll()).isEmpty();
    assertThat(file).doesNotExist();
    assertThat(folder.state().lastError()).isNull();
    assertThat(bench.log.last().state()).isEqualTo(State.SEALED);
  }

  @Test
  void shouldWaitWhileTriageLags() throws IOException {
    Path file = put("a.csv", TABLE);
    bench.bulkWait = Optional.of(Duration.ofSeconds(3));

    folder.poll();
    assertThat(folder.poll()).isEqualTo(Optional.of(Duration.ofSeconds(3)));

    assertThat(file).exists();
  }

  @Test
  void shouldReportAFolderThatCannotBeRead() throws IOException {
    Files.writeString(root, "not a folder");

    assertThat(folder.poll()).isPresent();
    assertThat(folder.state().lastError()).isNotBlank();
  }

  private WatchedFolder watched() {
    FolderSettings settings =
        new FolderSettings(
            root,
            new Origin("national-cert", "reports"),
            Tlp.AMBER,
            Tlp.CLEAR,
            Duration.ofMillis(20));
    return new WatchedFolder(
        settings, bench.intake(), () -> open, InstantSource.fixed(IngestBench.NOW));
  }

  private void poll(int times) {
    for (int i = 0; i < times; i++) {
      assertThat(folder.poll()).isEmpty();
    }
  }

  private Path put(String name, byte[] bytes) throws IOException {
    Path file = root.resolve(name);
    Files.createDirectories(file.getParent());
    return Files.write(file, bytes);
  }

  private List<Found> files() throws IOException {
    return FolderListing.of(root);
  }
}
