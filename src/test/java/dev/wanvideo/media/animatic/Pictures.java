package dev.wanvideo.media.animatic;

import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.image.BufferedImage;
import java.io.IOException;
import java.nio.file.Path;
import javax.imageio.ImageIO;

/** Makes small picture files for tests and measures pictures. */
final class Pictures {
    private Pictures() {}

    static Path file(Path folder, String name, int width, int height, Color colour) throws IOException {
        Path file = folder.resolve(name);
        BufferedImage picture = plain(width, height, colour);
        ImageIO.write(picture, name.substring(name.lastIndexOf('.') + 1), file.toFile());
        return file;
    }

    static BufferedImage plain(int width, int height, Color colour) {
        BufferedImage picture = new BufferedImage(width, height, BufferedImage.TYPE_INT_RGB);
        Graphics2D g = picture.createGraphics();
        g.setColor(colour);
        g.fillRect(0, 0, width, height);
        g.dispose();
        return picture;
    }

    /** The average colour of the middle half, which no mark covers. */
    static Color average(BufferedImage picture) {
        long red = 0;
        long green = 0;
        long blue = 0;
        int count = 0;
        for (int y = picture.getHeight() / 4; y < picture.getHeight() * 3 / 4; y++) {
            for (int x = picture.getWidth() / 4; x < picture.getWidth() * 3 / 4; x++) {
                Color pixel = new Color(picture.getRGB(x, y));
                red += pixel.getRed();
                green += pixel.getGreen();
                blue += pixel.getBlue();
                count++;
            }
        }
        return new Color((int) (red / count), (int) (green / count), (int) (blue / count));
    }

    /** The largest difference in one of the three colours. */
    static int distance(Color one, Color other) {
        int red = Math.abs(one.getRed() - other.getRed());
        int green = Math.abs(one.getGreen() - other.getGreen());
        return Math.max(Math.max(red, green), Math.abs(one.getBlue() - other.getBlue()));
    }
}
