package org.tocsin.formats.markup;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import javax.xml.parsers.DocumentBuilderFactory;
import org.junit.jupiter.api.Test;
import org.w3c.dom.Element;

/** Whatever a text holds, the document that is written is XML. */
class XmlTextTest {
  @Test
  void shouldKeepEveryCharacterXmlHasAPlaceForAndLeaveOutTheOthers() throws Exception {
    String odd = "a\u0000\u0007<b>&\"'\r\n\t]]> \ud83d\ude00 \ud83d \uffff z";
    byte[] text =
        new XmlText().open("a").element("b", odd, "c", odd).element("d", null).close().bytes();

    Element root =
        DocumentBuilderFactory.newInstance()
            .newDocumentBuilder()
            .parse(new ByteArrayInputStream(text))
            .getDocumentElement();
    Element child = (Element) root.getElementsByTagName("b").item(0);
    String kept = "a<b>&\"'\r\n\t]]> \ud83d\ude00   z";
    assertThat(child.getTextContent()).isEqualTo(kept);
    assertThat(child.getAttribute("c")).isEqualTo(kept);
    assertThat(root.getElementsByTagName("d").getLength()).isZero();
  }

  @Test
  void shouldNotEndWithinAnElement() {
    assertThatThrownBy(() -> new XmlText().open("a").bytes())
        .isInstanceOf(IllegalStateException.class);
    assertThat(new String(new XmlText().empty("a", "b", "<").bytes(), UTF_8))
        .endsWith("<a b=\"&lt;\"/>\n");
  }
}
