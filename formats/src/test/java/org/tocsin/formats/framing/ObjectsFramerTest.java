package org.tocsin.formats.framing;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.io.ByteArrayInputStream;
import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ObjectsFramerTest {
  private static final int MIB = 1024 * 1024;

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        "{\"type\":\"bundle\",\"objects\":[{\"a\":1},{\"b\":[{},{}]},{\"c\":\"]}\"}]}|3",
        "{\"objects\":[{},{}],\"type\":\"bundle\",\"x\":{\"objects\":[1,2]}}|2",
        "{\"more\":true,\"next\":\"a\",\"objects\":[{}]}|1",
        "[{},{},{}]|3",
        "[1,\"a\",null,[2,3],true]|5",
        "{\"type\":\"indicator\",\"id\":\"x\"}|1",
        "{\"type\":\"observed-data\",\"objects\":{\"0\":{},\"1\":{}}}|1",
        "{\"type\":\"x-list\",\"objects\":[{},{}]}|1",
        "{\"type\":\"bundle\",\"objects\":{\"0\":{}}}|1",
        "{\"type\":\"bundle\",\"id\":\"bundle--1\"}|0",
        "{\"type\":\"bundle\",\"objects\":[]}|0",
        "{\"more\":false}|0",
        "{}|0",
        "[]|0",
        "{\"a\":1}|1",
        "{\"type\":\"bundle\",\"objects\":[{}],\"objects\":[{},{}]}|3",
        "{\"a\\\"objects\":[1,2,3]}|1",
      })
  void shouldCountTheObjectsOfADocument(String document, int records) throws IOException {
    assertThat(Frames.records(cut(document))).isEqualTo(records);
    assertThat(Frames.records(cut("\ufeff \r\n" + document + "\n"))).isEqualTo(records);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        "not json at all|1",
        "{|1",
        "{\"type\":\"bundle\",\"objects\"|1",
        "{\"objects\":[|1",
        "{\"objects\":[{},{}|3",
        "{\"objects\":[{},|2",
        "{\"objects\":[{},{}]|3",
        "{\"objects\":[{},{\"a\":\"x|2",
        "{\"objects\":[{} {}]}|2",
        "{\"objects\":[{},]}|2",
        "{\"objects\":[{},,{}]}|2",
        "{\"objects\":[{}]} {}|2",
        "{\"a\":1} trailing|2",
        "{\"a\":[1}|1",
        "]|1",
        "[[[[|1",
      })
  void shouldCountWhatIsNoDocumentAsOneRecordMore(String document, int records) throws IOException {
    assertThat(Frames.records(cut(document))).isEqualTo(records);
  }

  @Test
  void shouldHaveNoSliceForNothing() throws IOException {
    assertThat(cut("")).isEmpty();
    assertThat(Frames.records(cut(" \n "))).isEqualTo(1);
  }

  @Test
  void shouldKeepASmallBundleWhole() throws IOException {
    List<Slice> slices = cut(bundle(500, 1_000));
    assertThat(slices).hasSize(1);
    assertThat(slices.getFirst().preamble()).isEmpty();
    assertThat(slices.getFirst().firstLine()).isEqualTo(1);
    assertThat(slices.getFirst().records()).isEqualTo(500);
  }

  @ParameterizedTest
  @CsvSource({"501,300", "1_000,20", "1_234,1_000", "40,100_000", "3,900_000", "5_000,10"})
  void shouldCutALargeBundleBetweenObjects(String objects, String size) throws IOException {
    int count = Integer.parseInt(objects.replace("_", ""));
    String bundle = bundle(count, Integer.parseInt(size.replace("_", "")));
    List<Slice> slices = cut(bundle);
    assertThat(slices).hasSizeGreaterThan(1);
    assertThat(Frames.records(slices)).isEqualTo(count);
    assertThat(Frames.joined(slices)).isEqualTo(bundle.getBytes(UTF_8));
    assertThat(slices)
        .allSatisfy(slice -> {
          assertThat(slice.records()).isBetween(1, 500);
          assertThat(slice.bytes()).hasSizeLessThan(MIB + 128 * 1024);
          assertThat(slice.preamble()).hasSizeLessThan(256 * 1024);
        });
    assertThat(slices.subList(1, slices.size()))
        .allSatisfy(slice -> assertThat(text(slice.bytes())).startsWith("{\"type\":\"x-test\""));
  }

  @Test
  void shouldSayOnWhichLineASliceBegins() throws IOException {
    List<Slice> slices = cut(bundle(1_200, 50));
    assertThat(slices.stream().map(Slice::firstLine)).containsExactly(1L, 502L, 1_002L);
  }

  @Test
  void shouldRepeatMarkingsIdentitiesAndTheLastObservables() throws IOException {
    String marking = "{\"type\":\"marking-definition\",\"id\":\"marking-definition--1\"}";
    String identity = "{\"name\":{\"type\":\"x\"},\"type\":\"identity\",\"id\":\"identity--1\"}";
    String address = "{\"type\":\"ipv4-addr\",\"value\":\"192.0.2.1\"}";
    String opening = "{\"type\":\"bundle\",\"id\":\"bundle--1\",\"objects\":[";
    String objects =
        IntStream.range(0, 499)
            .mapToObj(i -> "{\"type\":\"x-test\"}")
            .collect(Collectors.joining(","));
    List<Slice> slices =
        cut(opening + marking + "," + identity + "," + objects + "," + address + ",{}]}");
    assertThat(slices).hasSize(2);
    assertThat(text(slices.getLast().preamble()))
        .isEqualTo(opening + "500," + marking + "," + identity + ",");
    assertThat(slices.getLast().records()).isEqualTo(3);

    List<Slice> later = cut("[" + address + "," + marking + "," + objects + ",{}]");
    assertThat(text(later.getLast().preamble())).isEqualTo("[500," + marking + "," + address + ",");
  }

  @Test
  void shouldBoundWhatItRepeats() throws IOException {
    String marking = "{\"type\":\"marking-definition\",\"x\":\"" + "m".repeat(2_000) + "\"}";
    String huge = "{\"type\":\"identity\",\"x\":\"" + "i".repeat(100_000) + "\"}";
    String objects =
        IntStream.range(0, 2_000)
            .mapToObj(i -> i % 400 == 0 ? huge : marking)
            .collect(Collectors.joining(","));
    List<Slice> slices =
        cut("{\"x\":\"" + "o".repeat(200_000) + "\",\"objects\":[" + objects + "]}");
    assertThat(Frames.records(slices)).isEqualTo(2_000);
    assertThat(slices)
        .allSatisfy(slice -> assertThat(slice.preamble()).hasSizeLessThan(256 * 1024));
    assertThat(text(slices.getLast().preamble()))
        .startsWith("{\"type\":\"bundle\",\"objects\":[")
        .doesNotContain("iiii");
  }

  @Test
  void shouldNotGrowAListOfTriflesByCuttingIt() throws IOException {
    String marking = "{\"type\":\"marking-definition\",\"x\":\"" + "m".repeat(10_000) + "\"},";
    List<Slice> slices = cut("[" + marking.repeat(20) + "0,".repeat(100_000) + "0]");
    long repeated = slices.stream().mapToLong(slice -> slice.preamble().length).sum();
    assertThat(Frames.records(slices)).isEqualTo(100_021);
    assertThat(repeated).isLessThan(slices.size() * 21_000L + 256 * 1024);
  }

  @Test
  void shouldKeepOneLargeObjectWhole() throws IOException {
    List<Slice> slices = cut(bundle(3, 20 * MIB));
    assertThat(slices.stream().map(Slice::records)).containsExactly(1, 1, 1);
  }

  @Test
  void shouldRefuseAnObjectThatFitsIntoNoRawRecord() {
    assertThatExceptionOfType(SubmissionTooLargeException.class)
        .isThrownBy(() -> cut(bundle(2, 33 * MIB)));
    assertThatExceptionOfType(SubmissionTooLargeException.class)
        .isThrownBy(() -> Frames.of(Framing.OBJECTS, new Endless((byte) '[')));
    assertThatExceptionOfType(SubmissionTooLargeException.class)
        .isThrownBy(() -> Frames.of(Framing.OBJECTS, new Endless((byte) 'x')));
    assertThatExceptionOfType(SubmissionTooLargeException.class)
        .isThrownBy(() -> Frames.of(Framing.OBJECTS, new Endless((byte) ' ')));
  }

  @Test
  void shouldCutTheSameHoweverTheBytesArrive() throws IOException {
    byte[] bundle = bundle(1_200, 300).getBytes(UTF_8);
    List<Slice> atOnce = Frames.of(Framing.OBJECTS, bundle);
    List<Slice> trickling = Frames.of(Framing.OBJECTS, new Trickling(bundle));
    assertThat(trickling).hasSameSizeAs(atOnce);
    for (int i = 0; i < atOnce.size(); i++) {
      assertThat(trickling.get(i).bytes()).isEqualTo(atOnce.get(i).bytes());
      assertThat(trickling.get(i).preamble()).isEqualTo(atOnce.get(i).preamble());
      assertThat(trickling.get(i).records()).isEqualTo(atOnce.get(i).records());
    }
  }

  @Test
  void shouldCutAListOfAnotherNameAndRepeatNothingButItsOpening() throws Exception {
    StringBuilder text = new StringBuilder("{\"title\":\"x\",\"vulnerabilities\":[");
    for (int i = 0; i < 1_100; i++) {
      text.append(i == 0 ? "" : ",").append("{\"type\":\"url\",\"n\":").append(i).append("}");
    }
    byte[] bytes = text.append("],\"objects\":[1,2]}").toString().getBytes(UTF_8);

    List<Slice> slices = Frames.of(Framing.listNamed("vulnerabilities"), bytes);

    assertThat(slices).extracting(Slice::records).containsExactly(500, 500, 100);
    assertThat(new String(slices.get(1).preamble(), UTF_8))
        .isEqualTo("{\"title\":\"x\",\"vulnerabilities\":[500,");
    assertThat(Frames.joined(slices)).isEqualTo(bytes);
  }

  private static List<Slice> cut(String submission) throws IOException {
    return Frames.of(Framing.OBJECTS, submission.getBytes(UTF_8));
  }

  private static String text(byte[] bytes) {
    return new String(bytes, UTF_8);
  }

  private static String bundle(int objects, int size) {
    String object = "{\"type\":\"x-test\",\"x\":\"" + "\\\"x]}".repeat(size / 5) + "\"}";
    return "{\"type\":\"bundle\",\"objects\":[\n"
        + (object + ",\n").repeat(objects - 1)
        + object
        + "]}";
  }

  private static final class Trickling extends FilterInputStream {
    Trickling(byte[] bytes) {
      super(new ByteArrayInputStream(bytes));
    }

    @Override
    public int read(byte[] bytes, int from, int length) throws IOException {
      return super.read(bytes, from, Math.min(length, 7));
    }
  }

  private static final class Endless extends InputStream {
    private final byte always;

    Endless(byte always) {
      this.always = always;
    }

    @Override
    public int read() {
      return always;
    }
  }
}
