package dev.wanvideo.video;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * What the authoring guide of WAN 2.7 knows to go wrong and a prompt shows: lines without a language, faces described
 * beside their pictures, several people in one reference.
 */
record CraftDoubts(String text, List<Mention> mentions, List<Reference> references) {
    private static final int FLAGS = Pattern.CASE_INSENSITIVE | Pattern.UNICODE_CASE;

    private static final Pattern LINE = Pattern.compile(
            "(?:\\b(?:says?|said|saying|asks?|asking|answers?|answering|replies|replying|whispers?|whispering|shouts?"
                    + "|shouting|sings?|singing|yells?|yelling|calls out|murmurs?)\\b[^\"“”「」『』.!?\\n]{0,80}"
                    + "|(?:说|問|问|答|喊|唱|道)[^\"“”「」『』。！？\\n]{0,20})"
                    + "[\"“「『]([^\"“”「」『』]{1,500})[\"”」』]",
            FLAGS);

    private static final Pattern LANGUAGE = Pattern.compile(
            "\\b(?:english|chinese|mandarin|cantonese|japanese|korean|spanish|french|german|italian|portuguese|russian"
                    + "|arabic|hindi|thai|vietnamese|indonesian|turkish|polish|dutch)\\b"
                    + "|英语|英文|中文|汉语|国语|普通话|粤语|日语|韩语|法语|德语|西班牙语|俄语",
            FLAGS);

    private static final Pattern LOOKS = Pattern.compile(
            "\\b(?:blue|green|brown|hazel|dark|gr[ae]y|big|small|almond)[- ]eye[sd]\\b"
                    + "|\\b(?:long|short|curly|straight|wavy|black|brown|blonde?|red|gr[ae]y|white|golden|dark)"
                    + "(?:,? (?:and )?[a-z]+)?[- ]hair(?:ed)?\\b"
                    + "|\\bblonde?s?\\b|\\bbrunette\\b|\\bredhead(?:ed)?\\b|\\bfreckle[sd]?\\b|\\bbeard(?:ed)?\\b"
                    + "|\\bmou?stache\\b|\\bcheekbones?\\b|\\bjawline\\b|\\b(?:round|oval|square|narrow|thin) face\\b"
                    + "|\\b(?:pale|tanned|dark|fair) skin\\b|\\bdimples?\\b"
                    + "|(?:蓝|绿|大|小)眼睛|金发|长发|短发|卷发|黑发|圆脸|方脸|瓜子脸|胡子|雀斑|高鼻梁",
            FLAGS);

    private static final Pattern SENTENCE_END = Pattern.compile("[.!?;。！？；\n\"“「]");

    private static final Pattern SEVERAL_BEFORE = Pattern.compile(
            "\\b(?:people|persons|men|women|kids|children|girls|boys|twins|friends|sisters|brothers|dogs|cats|couple"
                    + "|family|group|everyone|everybody|(?:two|three|four|five|both|all)(?: of them)?)"
                    + "(?: (?:shown|seen))?(?: (?:in|from|of))\\s*$",
            FLAGS);

    private static final Pattern SEVERAL_AFTER = Pattern.compile(
            "\\s*(?:里|中|裡)?(?:面)?的?(?:两|兩|三|四|五|几|幾|所有|那些|一群|一家)(?:个|個|位|只|名)?(?:人|男人|女人|孩子|小孩|狗|猫)", FLAGS);

    private static final Pattern ONE_BEFORE = Pattern.compile(
            "\\b(?:the|a) (man|woman|boy|girl|person|lady|guy|child|baby|dog|cat|grandma|grandmother|grandpa"
                    + "|grandfather|one on the left|one on the right)\\b(?: on the (?:left|right))?"
                    + " (?:in|from|of)\\s*$",
            FLAGS);

    List<String> all() {
        List<String> doubts = new ArrayList<>();
        if (languageIsMissing()) {
            doubts.add("A line is spoken and no language is stated; add for example \"audio in English\", or the model"
                    + " may speak Chinese.");
        }
        for (int index = 0; index < references.size(); index++) {
            if (references.get(index).role() == Role.CHARACTER) {
                looks(index, doubts);
                several(index, doubts);
            }
        }
        return doubts;
    }

    private boolean languageIsMissing() {
        if (LANGUAGE.matcher(text).find()) {
            return false;
        }
        Matcher lines = LINE.matcher(text);
        while (lines.find()) {
            if (lines.group(1).codePoints().anyMatch(CraftDoubts::notChinese)) {
                return true;
            }
        }
        return false;
    }

    private static boolean notChinese(int letter) {
        return Character.isLetter(letter) && Character.UnicodeScript.of(letter) != Character.UnicodeScript.HAN;
    }

    private void looks(int index, List<String> doubts) {
        Set<String> told = new LinkedHashSet<>();
        for (Mention mention : of(index)) {
            Matcher looks = LOOKS.matcher(text).region(mention.end(), endOfSentence(mention.end()));
            while (looks.find()) {
                told.add(looks.group().toLowerCase(Locale.ROOT));
            }
        }
        if (!told.isEmpty()) {
            doubts.add("The looks of " + named(index) + " are described (" + String.join(", ", told)
                    + "), which competes with the reference; let the reference show them and say what "
                    + named(index) + " does.");
        }
    }

    /** Where the sentence about a reference ends: another reference begins one of its own. */
    private int endOfSentence(int from) {
        Matcher sentence = SENTENCE_END.matcher(text).region(from, text.length());
        int limit = sentence.find() ? sentence.start() : text.length();
        return mentions.stream()
                .mapToInt(Mention::start)
                .filter(start -> start >= from && start < limit)
                .min()
                .orElse(limit);
    }

    private void several(int index, List<String> doubts) {
        Set<String> people = new LinkedHashSet<>();
        boolean crowd = false;
        for (Mention mention : of(index)) {
            String before = text.substring(Math.max(0, mention.start() - 60), mention.start());
            crowd |= SEVERAL_BEFORE.matcher(before).find()
                    || SEVERAL_AFTER
                            .matcher(text)
                            .region(mention.end(), text.length())
                            .lookingAt();
            Matcher one = ONE_BEFORE.matcher(before);
            if (one.find()) {
                people.add(one.group(1).toLowerCase(Locale.ROOT));
            }
        }
        if (crowd || people.size() > 1) {
            doubts.add("Several people are named in " + named(index)
                    + "; faces get mixed up that way: give one reference for each person.");
        }
    }

    private List<Mention> of(int index) {
        return mentions.stream().filter(m -> m.reference() == index).toList();
    }

    private String named(int index) {
        return references.get(index).name().map(name -> "@" + name).orElse("references[" + index + "]");
    }
}
