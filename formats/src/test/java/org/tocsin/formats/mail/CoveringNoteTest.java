package org.tocsin.formats.mail;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class CoveringNoteTest {
  private static final String LONG =
      "three servers were encrypted last night and the attackers call us by telephone all day, "
          + "nobody here knows what should be done about it now";

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "See the file.",
        "please see attached",
        "Dear colleagues,\n\nplease find attached the list of today.\n\nKind regards,\nAnn\nCERT XY",
        "Sehr geehrte Damen und Herren,\nanbei die Liste von heute.\n\nMit freundlichen Grüßen\nAnn",
        "The list: https://example.org/list?day=1\n"
      })
  void shouldTakeAFewWordsForANote(String text) {
    assertThat(CoveringNote.isMore(text)).isFalse();
  }

  @Test
  void shouldNotCountWhatIsQuotedOrBelowTheSignature() {
    assertThat(CoveringNote.isMore("See it.\n> " + LONG)).isFalse();
    assertThat(CoveringNote.isMore("See it.\n-- \n" + LONG)).isFalse();
    assertThat(CoveringNote.isMore("See it.\n\nBest regards\nAnn\n" + LONG)).isFalse();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        LONG,
        "Dear colleagues,\n\n" + LONG + "\n\nAnn",
        "Hello, " + LONG,
        "Thank you for the list of last week, I have to tell you more: " + LONG,
        "What are we to do?",
        "昨夜、当社のサーバー三台が暗号化されました。攻撃者から電話が来ています。至急ご連絡をお願いします。"
      })
  void shouldTakeMoreThanThatForWhatSomebodyHasToTell(String text) {
    assertThat(CoveringNote.isMore(text)).isTrue();
  }
}
