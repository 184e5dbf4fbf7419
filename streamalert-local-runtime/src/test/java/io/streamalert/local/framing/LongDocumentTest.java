package io.streamalert.local.framing;

import static org.assertj.core.api.Assertions.assertThat;

import io.streamalert.local.framing.Frames.Frame;
import io.streamalert.local.framing.Frames.Rejected;
import io.streamalert.local.framing.Refused.Why;
import io.streamalert.settings.Settings;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Documents over a limit of 40 bytes, whatever the blocks. */
class LongDocumentTest {

  private static final Settings TIGHT = Settings.builder().maxDocumentBytes(40).build();
  private static final String FILL = "1111111111,2222222222,3333333333,44444444";

  @Test
  void aListIsReadElementByElement() {
    for (Frames frames : cut("[{\"a\": [1,2]},\n \"x,]\\\"y\" , 7,8,9,10,11,[],null ]\n")) {
      assertThat(frames.elements)
          .containsExactly(
              "[{\"a\": [1,2]}]",
              "[\"x,]\\\"y\"]",
              "[7]",
              "[8]",
              "[9]",
              "[10]",
              "[11]",
              "[[]]",
              "[null]");
      assertThat(frames.pieces).hasSize(9);
    }
  }

  @Test
  void eachElementHasTheMembersBeforeTheList() {
    for (Frames frames : cut("\n{\"a\":[1],\n\"R\":[" + FILL + "\n]\n}\n\n")) {
      assertThat(frames.elements)
          .containsExactly(
              "{\"a\":[1],\n\"R\":[1111111111]}",
              "{\"a\":[1],\n\"R\":[2222222222]}",
              "{\"a\":[1],\n\"R\":[3333333333]}",
              "{\"a\":[1],\n\"R\":[44444444]}");
      assertThat(frames.pieces).hasSize(4);
    }
  }

  @Test
  void membersBehindTheListAreADeadLetter() {
    for (Frames frames : cut("{\"R\":[" + FILL + "],\"b\":[2,{}],\"c\":3}")) {
      assertThat(frames.elements).hasSize(4);
      assertThat(frames.refused)
          .containsExactly(new Rejected(Refused.at(Why.MEMBERS, 48, 17), ",\"b\":[2,{}],\"c\":3"));
    }
  }

  @Test
  void anElementOverTheLimitIsOneDeadLetter() {
    String large = "\"" + "x".repeat(60) + "\"";
    for (Frames frames : cut("{\"R\":[1," + large + ",2]}")) {
      assertThat(frames.elements).containsExactly("{\"R\":[1]}", "{\"R\":[2]}");
      assertThat(frames.refused)
          .containsExactly(
              new Rejected(new Refused(Why.ELEMENT, 0, 1, 62), large.substring(0, 34)));
    }
  }

  @Test
  void anElementOfExactlyTheLimitIsALog() {
    String fits = "1".repeat(38);
    for (Frames frames : cut("[" + fits + ",2" + fits + "]")) {
      assertThat(frames.elements).containsExactly("[" + fits + "]");
      assertThat(frames.refused).extracting(r -> r.part().length()).containsExactly(39L);
    }
  }

  @Test
  void anEmptyListIsALog() {
    for (Frames frames : cut("{\"R\":[" + " ".repeat(60) + "]}")) {
      assertThat(frames.elements).containsExactly("{\"R\":[]}");
      assertThat(frames.pieces).hasSize(1);
    }
  }

  @Test
  void linesMayFollowADocumentOnOneLine() {
    for (Frames frames : cut("{\"R\":[" + FILL + "]}\r\n\n{\"a\":1}\nx\n")) {
      assertThat(frames.elements).hasSize(4);
      assertThat(frames.logs).containsExactly(new Frame(52, "{\"a\":1}"), new Frame(60, "x"));
      assertThat(frames.pieces).hasSize(6);
    }
  }

  @Test
  void whatIsNoJsonFromSomewhereOnIsOneDeadLetter() {
    for (String rest : List.of("5}6,\n7]\n", "\"5\n6\",7]", "5", "\"5,6]\n\n", "{\"a\":[5]")) {
      for (Frames frames : cut("[" + FILL + "," + rest)) {
        assertThat(frames.elements).hasSize(4);
        assertThat(frames.refused)
            .containsExactly(new Rejected(Refused.at(Why.REST, 43, rest.length()), rest));
      }
    }
  }

  @Test
  void textBehindADocumentOfSeveralLinesIsOneDeadLetter() {
    for (Frames frames : cut("[\n" + FILL + "\n]\n[1,\n2]")) {
      assertThat(frames.elements).hasSize(4);
      assertThat(frames.refused)
          .containsExactly(new Rejected(Refused.at(Why.REST, 46, 6), "[1,\n2]"));
    }
    for (Frames frames : cut("[" + FILL + "] x\ny")) {
      assertThat(frames.refused).containsExactly(new Rejected(Refused.at(Why.REST, 44, 3), "x\ny"));
    }
    for (Frames frames : cut("{\"R\":[" + FILL + "],1]\n}")) {
      assertThat(frames.refused)
          .containsExactly(new Rejected(Refused.at(Why.REST, 48, 5), ",1]\n}"));
    }
  }

  @Test
  void anElementThatIsNoJsonSpoilsNoOther() {
    for (Frames frames : cut("[" + FILL + ",x y,{\"a\":1],,8]")) {
      assertThat(frames.elements.subList(4, 8))
          .containsExactly("[x y]", "[{\"a\":1]]", "[]", "[8]");
    }
  }

  @Test
  void aDocumentOfAnotherShapeOnSeveralLinesIsOneDeadLetter() {
    String document = "{\"a\":\n{\"R\":[" + FILL + "]}}\n";
    for (Frames frames : cut(document)) {
      assertThat(frames.refused)
          .containsExactly(new Rejected(
              Refused.at(Why.DOCUMENT, 0, document.length()), document.substring(0, 40)));
      assertThat(frames.pieces).hasSize(1);
    }
  }

  @Test
  void aLongListBehindALongShellIsAnotherShape() {
    for (Frames frames : cut("{\"a\":\"23456789012345678901\",\n\"R\":[" + FILL + "]}")) {
      assertThat(frames.refused).extracting(r -> r.part().why()).containsExactly(Why.DOCUMENT);
    }
  }

  @Test
  void onOneLineAnotherShapeIsALineThatIsTooLong() {
    for (Frames frames : cut("{\"a\":{\"R\":[" + FILL + "]}}\n{\"a\":1}\n")) {
      assertThat(frames.overlong).hasSize(1);
      assertThat(frames.texts()).containsExactly("{\"a\":1}");
    }
  }

  @Test
  void linesStayLines() {
    String line = "{\"a\":[1,2,3]}\n";
    for (Frames frames : cut(line.repeat(5))) {
      assertThat(frames.logs).hasSize(5);
    }
    for (Frames frames : cut("[2026-01-01] [error] text\n".repeat(5))) {
      assertThat(frames.logs).hasSize(5);
    }
    for (Frames frames : cut("{\"a\":1}\n" + "x".repeat(60) + "\n{\"a\":2}\n")) {
      assertThat(frames.texts()).containsExactly("{\"a\":1}", "{\"a\":2}");
    }
    for (Frames frames : cut("plain text\n".repeat(8))) {
      assertThat(frames.logs).hasSize(8);
    }
    for (Frames frames : cut("\u0000".repeat(50) + "\n{\"a\":1}\n")) {
      assertThat(frames.texts()).containsExactly("{\"a\":1}");
    }
  }

  @Test
  void aByteOrderMarkOfUtf8IsPassedOver() {
    for (Frames frames : cut("\u00ef\u00bb\u00bf[" + FILL + "]")) {
      assertThat(frames.elements).hasSize(4);
      assertThat(frames.pieces).hasSize(4);
    }
  }

  @Test
  void aDocumentInWideCharactersIsOneDeadLetter() {
    for (var charset :
        List.of(StandardCharsets.UTF_16LE, StandardCharsets.UTF_16, StandardCharsets.UTF_16BE)) {
      byte[] wide = ("[" + FILL + "]\n").getBytes(charset);
      for (int blockSize = 1; blockSize < 40; blockSize++) {
        Frames frames = Frames.of("s3", wide, TIGHT, blockSize);
        assertThat(frames.refused)
            .extracting(Rejected::part)
            .containsExactly(Refused.at(Why.ENCODING, 0, wide.length));
        assertThat(frames.pieces).hasSize(1);
      }
    }
  }

  @Test
  void theReasonsSaySizeAndLimit() {
    assertThat(new Refused(Why.ELEMENT, 0, 3, 50).reason(30))
        .isEqualTo("is an element of 50 bytes, longer than 30, in a long document;"
            + " the payload is only so much of its start");
    assertThat(Refused.at(Why.MEMBERS, 9, 50).reason(50))
        .contains("50 bytes")
        .doesNotContain("payload");
  }

  /** The frames of content of one byte a character, for all sizes of blocks. */
  private static List<Frames> cut(String content) {
    byte[] bytes = content.getBytes(StandardCharsets.ISO_8859_1);
    return java.util.stream.IntStream.range(1, 60)
        .mapToObj(blockSize -> Frames.of("s3", bytes, TIGHT, blockSize))
        .toList();
  }
}
