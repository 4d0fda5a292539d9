package org.tocsin.formats;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.tocsin.formats.framing.Framing;
import org.tocsin.model.report.NodeNamespace;
import org.tocsin.model.report.Normalised;
import org.tocsin.model.report.RawRecord;

class FormatsTest {
  private static final Sample SAMPLE = new Sample("a", null, new byte[0]);

  private final Format unsure = new Fixed("unsure", 10);
  private final Format sure = new Fixed("sure", 90);
  private final Format foreign = new Fixed("foreign", 0);

  @Test
  void shouldTakeTheSurest() {
    assertThat(new Formats(List.of(unsure, sure, foreign)).recognise(SAMPLE)).contains(sure);
    assertThat(new Formats(List.of(sure, unsure)).recognise(SAMPLE)).contains(sure);
  }

  @Test
  void shouldTakeNoneThatDoesNotRecogniseIt() {
    assertThat(new Formats(List.of(foreign)).recognise(SAMPLE)).isEmpty();
    assertThat(new Formats(List.of()).recognise(SAMPLE)).isEmpty();
  }

  @Test
  void shouldFindFormatsByName() {
    Formats formats = new Formats(List.of(unsure, foreign));
    assertThat(formats.named("foreign")).contains(foreign);
    assertThat(formats.named("sure")).isEmpty();
    assertThat(formats.names()).containsExactly("unsure", "foreign");
  }

  @Test
  void shouldPreferTheFirstOfTwoEquallySure() {
    Format rival = new Fixed("rival", 90);
    assertThat(new Formats(List.of(sure, rival)).recognise(SAMPLE)).contains(sure);
    assertThat(new Formats(List.of(rival, sure)).recognise(SAMPLE)).contains(rival);
  }

  private record Fixed(String name, int sureness) implements Format {
    @Override
    public int version() {
      return 1;
    }

    @Override
    public int recognise(Sample sample) {
      return sureness;
    }

    @Override
    public Framing framing() {
      return Framing.WHOLE;
    }

    @Override
    public Normalised normalise(RawRecord raw, NodeNamespace namespace) {
      return new Normalised(List.of(), List.of());
    }
  }
}
