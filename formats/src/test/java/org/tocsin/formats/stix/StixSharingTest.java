package org.tocsin.formats.stix;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.tocsin.model.report.StixVersion;
import org.tocsin.model.stix.StixObject;
import org.tocsin.model.tlp.Tlp;

/** What objects of one submission say of each other's sharing, whole or cut. */
class StixSharingTest {
  private static final String STATEMENT =
      "{\"type\":\"marking-definition\",\"spec_version\":\"2.1\",\"id\":\"marking-definition--00000000-0000-4000-8000-000000000001\","
          + "\"created\":\"2026-01-01T00:00:00.000Z\",\"definition_type\":\"statement\",\"definition\":{\"statement\":\"(c)\"}}";
  private static final String RED = "marking-definition--e828b379-4e03-4974-9ac4-e53a884c97c1";
  private static final String GREEN = "marking-definition--bab4a63c-aed9-4cf5-a766-dfca5abac2bb";

  @Test
  void shouldKeepAnUnknownMarkingRed() {
    assertThat(submit(marked(0)).versions().getFirst().tlp()).isEqualTo(Tlp.RED);
  }

  @Test
  void shouldResolveAMarkingWhereverItStandsInTheBundle() {
    assertThat(submit(marked(0) + "," + STATEMENT).versions().getFirst().tlp())
        .isEqualTo(Tlp.AMBER);
  }

  @Test
  void shouldResolveMarkingsOfTheFirstSliceInAllSlices() {
    String objects =
        IntStream.range(0, 1_500)
            .mapToObj(StixSharingTest::marked)
            .collect(Collectors.joining(","));
    StixSubmission submission = submit(STATEMENT + "," + objects);
    assertThat(submission.raws()).hasSize(4);
    assertThat(submission.isBalanced()).isTrue();
    assertThat(submission.versions()).hasSize(1_501);
    assertThat(submission.versions().stream().map(StixVersion::tlp).distinct())
        .containsExactly(Tlp.AMBER);
  }

  @Test
  void shouldFindObservablesOfTheSliceBefore() {
    String fill =
        IntStream.range(2, 501).mapToObj(i -> mutex(i, "")).collect(Collectors.joining(","));
    StixSubmission submission = submit(fill + "," + mutex(1, "") + "," + observedData(GREEN));
    assertThat(submission.raws()).hasSize(2);
    assertThat(
            submission.version("observed-data").observation().objects().stream()
                .map(StixObject::type))
        .containsExactly("observed-data", "mutex");
  }

  @Test
  void shouldBindObservedDataAndItsObservationByTheirObservablesToo() {
    StixSubmission submission =
        submit(mutex(1, ",\"object_marking_refs\":[\"" + RED + "\"]") + "," + observedData(GREEN));
    StixVersion version = submission.version("observed-data");
    assertThat(version.tlp()).isEqualTo(Tlp.RED);
    assertThat(version.observation().tlp()).isEqualTo(Tlp.RED);
  }

  @Test
  void shouldNotShowAnObservableThatWasRejected() {
    StixSubmission submission = submit(mutex(1, ",\"extensions\":{}") + "," + observedData(GREEN));
    assertThat(submission.rejects()).hasSize(1);
    assertThat(submission.version("observed-data").observation().objects()).hasSize(1);
  }

  @Test
  void shouldNotRepeatALargeObservableWithoutEnd() {
    String large = mutex(1, ",\"x_payload\":\"" + "x".repeat(700_000) + "\"");
    String many =
        IntStream.range(0, 400).mapToObj(i -> observedData(GREEN)).collect(Collectors.joining(","));
    StixSubmission submission = submit(large + "," + many);
    long repeated =
        submission.versions().stream()
            .filter(version -> version.observation() != null)
            .mapToLong(version -> version.observation().objects().size() - 1)
            .sum();
    assertThat(repeated).isBetween(1L, 24L);
    assertThat(submission.versions()).hasSize(401);
  }

  private static String marked(int number) {
    return mutex(
        number,
        ",\"object_marking_refs\":[\"marking-definition--00000000-0000-4000-8000-000000000001\"]");
  }

  private static String mutex(int number, String more) {
    return "{\"type\":\"mutex\",\"id\":\"mutex--2d273911-0000-5ae6-a278-35b8f88d%04d\",\"name\":\"a\"%s}"
        .formatted(number, more);
  }

  private static String observedData(String marking) {
    return "{\"type\":\"observed-data\",\"spec_version\":\"2.1\",\"id\":\"observed-data--2d273911-0000-4ae6-a278-35b8f88d0000\","
        + "\"created\":\"2026-01-01T00:00:00.000Z\",\"modified\":\"2026-01-01T00:00:00.000Z\","
        + "\"first_observed\":\"2026-01-01T00:00:00Z\",\"last_observed\":\"2026-01-01T00:00:00Z\",\"number_observed\":1,"
        + "\"object_refs\":[\"mutex--2d273911-0000-5ae6-a278-35b8f88d0001\"],\"object_marking_refs\":[\""
        + marking
        + "\"]}";
  }

  private static StixSubmission submit(String objects) {
    return StixSubmission.of(
        ("{\"type\":\"bundle\",\"objects\":[" + objects + "]}").getBytes(UTF_8));
  }
}
