package dev.warroom.identity;

import java.util.Arrays;
import java.util.Optional;

/**
 * Bytes as NATS writes keys: a sum behind them, in the letters and digits of base 32. What its
 * first letters are says what kind of key it is.
 */
final class KeyText {

    private static final String DIGITS = "ABCDEFGHIJKLMNOPQRSTUVWXYZ234567";
    private static final int SUM = 2;

    private KeyText() {}

    static String written(byte[] content) {
        byte[] bytes = Arrays.copyOf(content, content.length + SUM);
        int sum = sum(content, content.length);
        bytes[content.length] = (byte) sum;
        bytes[content.length + 1] = (byte) (sum >> 8);
        StringBuilder text = new StringBuilder();
        int bits = 0;
        int count = 0;
        for (byte each : bytes) {
            bits = (bits & 0xff) << 8 | each & 0xff;
            count += 8;
            while (count >= 5) {
                count -= 5;
                text.append(DIGITS.charAt(bits >> count & 31));
            }
        }
        return count == 0
                ? text.toString()
                : text.append(DIGITS.charAt(bits << 5 - count & 31)).toString();
    }

    /** Empty where the sum is off, or it is no such text. */
    static Optional<byte[]> read(String text) {
        byte[] bytes = new byte[text.length() * 5 / 8];
        int bits = 0;
        int count = 0;
        int at = 0;
        for (char each : text.toCharArray()) {
            int digit = DIGITS.indexOf(each);
            if (digit < 0) {
                return Optional.empty();
            }
            bits = (bits & 0xff) << 5 | digit;
            count += 5;
            if (count >= 8) {
                count -= 8;
                bytes[at++] = (byte) (bits >> count);
            }
        }
        int body = bytes.length - SUM;
        boolean whole =
                body > 0
                        && sum(bytes, body) == (bytes[body] & 0xff | (bytes[body + 1] & 0xff) << 8);
        return whole ? Optional.of(Arrays.copyOf(bytes, body)) : Optional.empty();
    }

    /** CRC-16 as XMODEM has it. */
    private static int sum(byte[] bytes, int length) {
        int sum = 0;
        for (int i = 0; i < length; i++) {
            sum ^= (bytes[i] & 0xff) << 8;
            for (int bit = 0; bit < 8; bit++) {
                sum = (sum & 0x8000) == 0 ? sum << 1 : sum << 1 ^ 0x1021;
            }
            sum &= 0xffff;
        }
        return sum;
    }
}
