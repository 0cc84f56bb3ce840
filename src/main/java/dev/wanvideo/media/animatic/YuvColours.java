package dev.wanvideo.media.animatic;

import org.jcodec.codecs.h264.io.model.SeqParameterSet;
import org.jcodec.codecs.h264.io.model.VUIParameters;

/**
 * How decoded planes become red, green and blue; the decoder's bytes are signed, so zero stands for 128.
 *
 * <p>Matrices: Rec. ITU-R BT.601-7 and BT.709-6.
 */
record YuvColours(
        double lumaScale,
        double lumaOffset,
        double redFromRedness,
        double greenFromBlueness,
        double greenFromRedness,
        double blueFromBlueness) {
    private static final int HIGH_DEFINITION = 720;
    private static final int BT709 = 1;
    private static final int UNSPECIFIED = 2;

    /** What a stream says of itself; where it says nothing, large pictures are taken as BT.709 and small as BT.601. */
    static YuvColours of(SeqParameterSet stream) {
        VUIParameters said = stream.vuiParams;
        boolean full = said != null && said.videoSignalTypePresentFlag && said.videoFullRangeFlag;
        int matrix = said != null && said.colourDescriptionPresentFlag ? said.matrixCoefficients : UNSPECIFIED;
        int height = (stream.picHeightInMapUnitsMinus1 + 1) * 16;
        boolean modern = matrix == BT709 || matrix == UNSPECIFIED && height >= HIGH_DEFINITION;
        return of(modern ? 0.2126 : 0.299, modern ? 0.0722 : 0.114, full);
    }

    private static YuvColours of(double red, double blue, boolean full) {
        double chroma = full ? 1 : 255 / 224.0;
        double green = 1 - red - blue;
        return new YuvColours(
                full ? 1 : 255 / 219.0,
                full ? 128 : 112,
                chroma * 2 * (1 - red),
                -chroma * 2 * (1 - blue) * blue / green,
                -chroma * 2 * (1 - red) * red / green,
                chroma * 2 * (1 - blue));
    }

    int rgb(byte luma, byte blueness, byte redness) {
        double light = lumaScale * (luma + lumaOffset);
        int red = limited(light + redFromRedness * redness);
        int green = limited(light + greenFromBlueness * blueness + greenFromRedness * redness);
        int blue = limited(light + blueFromBlueness * blueness);
        return red << 16 | green << 8 | blue;
    }

    private static int limited(double value) {
        return (int) Math.max(0, Math.min(255, value + 0.5));
    }
}
