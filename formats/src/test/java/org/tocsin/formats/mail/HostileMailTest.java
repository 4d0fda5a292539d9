package org.tocsin.formats.mail;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.tocsin.formats.record.Submitted;
import org.tocsin.model.report.RejectReason;

/** Whatever a mail holds, it comes back once. */
class HostileMailTest {
  @Test
  void shouldRejectWhatLiesTooDeep() {
    StringBuilder mail = new StringBuilder("From: a@example.org\nMIME-Version: 1.0\n");
    for (int i = 0; i < 3_000; i++) {
      mail.append("Content-Type: multipart/mixed; boundary=b").append(i).append("\n\n--b");
      mail.append(i).append("\n");
    }
    assertThat(reason(mail.toString())).isEqualTo(RejectReason.LIMIT_EXCEEDED);
    String inside = "Content-Type: message/rfc822\n\n";
    assertThat(reason("From: a@example.org\n" + inside.repeat(3_000)))
        .isEqualTo(RejectReason.LIMIT_EXCEEDED);
  }

  @Test
  void shouldRejectTooManyPartsAndFields() {
    String head = "From: a@example.org\nContent-Type: multipart/mixed; boundary=b\n\n";
    assertThat(reason(head + "--b\n\nx\n".repeat(20_000))).isEqualTo(RejectReason.LIMIT_EXCEEDED);
    assertThat(reason("From: a@example.org\n" + "X: y\n".repeat(20_000) + "\nText"))
        .isEqualTo(RejectReason.LIMIT_EXCEEDED);
  }

  @ParameterizedTest
  @ValueSource(strings = {"no mail at all", "\n\n\n", "{}", "\u0000\u0001\u0002"})
  void shouldRejectWhatHasNoHeader(String text) {
    assertThat(Mails.of(text).accepted()).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "arf-abuse.eml",
        "arf-auth-failure.eml",
        "xarf.eml",
        "bounce.eml",
        "person.eml",
        "encrypted.eml"
      })
  void shouldComeBackOnceWhateverIsChanged(String sample) {
    byte[] mail = Mails.text(sample).getBytes(StandardCharsets.UTF_8);
    Random random = new Random(sample.hashCode());
    MailFormat format = new MailFormat();
    for (int round = 0; round < 1_000; round++) {
      byte[] changed = mail.clone();
      for (int i = random.nextInt(1, 12); i > 0; i--) {
        int at = random.nextInt(changed.length);
        changed[at] = (byte) random.nextInt(256);
      }
      Submitted read = Submitted.of(format, "changed.eml", changed);
      assertThat(read.records()).isEqualTo(1);
      if (round % 50 == 0) {
        assertThat(read.schemaErrors()).isEmpty();
      }
    }
  }

  @Test
  void shouldReadMailsThatBreakOffAnywhere() {
    for (String sample : List.of("arf-abuse.eml", "xarf.eml", "bounce.eml")) {
      byte[] mail = Mails.text(sample).getBytes(StandardCharsets.UTF_8);
      for (int length = 1; length < mail.length; length += 7) {
        assertThat(Submitted.of(new MailFormat(), "m.eml", Arrays.copyOf(mail, length)).records())
            .isEqualTo(1);
      }
    }
  }

  private static RejectReason reason(String mail) {
    return Mails.of(mail).rejects().getFirst().reason();
  }
}
