/* Written by Server/Seed/Brands/draw. */
#include "pictures.h"

static const uint8_t advent_png[] = {
#embed "../Server/Seed/Brands/coffee/pictures/advent.png"
};

static const uint8_t airport_png[] = {
#embed "../Server/Seed/Brands/coffee/pictures/airport.png"
};

static const uint8_t armchair_png[] = {
#embed "../Server/Seed/Brands/coffee/pictures/armchair.png"
};

static const uint8_t beans_png[] = {
#embed "../Server/Seed/Brands/coffee/pictures/beans.png"
};

static const uint8_t branch_png[] = {
#embed "../Server/Seed/Brands/coffee/pictures/branch.png"
};

static const uint8_t breakfast_png[] = {
#embed "../Server/Seed/Brands/coffee/pictures/breakfast.png"
};

static const uint8_t cappuccino_png[] = {
#embed "../Server/Seed/Brands/coffee/pictures/cappuccino.png"
};

static const uint8_t card_face_png[] = {
#embed "../Server/Seed/Brands/coffee/pictures/card-face.png"
};

static const uint8_t cheesecake_png[] = {
#embed "../Server/Seed/Brands/coffee/pictures/cheesecake.png"
};

static const uint8_t cocoa_png[] = {
#embed "../Server/Seed/Brands/coffee/pictures/cocoa.png"
};

static const uint8_t coins_png[] = {
#embed "../Server/Seed/Brands/coffee/pictures/coins.png"
};

static const uint8_t cookie_png[] = {
#embed "../Server/Seed/Brands/coffee/pictures/cookie.png"
};

static const uint8_t croissant_png[] = {
#embed "../Server/Seed/Brands/coffee/pictures/croissant.png"
};

static const uint8_t cupping_png[] = {
#embed "../Server/Seed/Brands/coffee/pictures/cupping.png"
};

static const uint8_t cups_png[] = {
#embed "../Server/Seed/Brands/coffee/pictures/cups.png"
};

static const uint8_t embankment_png[] = {
#embed "../Server/Seed/Brands/coffee/pictures/embankment.png"
};

static const uint8_t espresso_png[] = {
#embed "../Server/Seed/Brands/coffee/pictures/espresso.png"
};

static const uint8_t ethiopia_png[] = {
#embed "../Server/Seed/Brands/coffee/pictures/ethiopia.png"
};

static const uint8_t evening_tea_png[] = {
#embed "../Server/Seed/Brands/coffee/pictures/evening-tea.png"
};

static const uint8_t filter_png[] = {
#embed "../Server/Seed/Brands/coffee/pictures/filter.png"
};

static const uint8_t gift_png[] = {
#embed "../Server/Seed/Brands/coffee/pictures/gift.png"
};

static const uint8_t golden_bean_png[] = {
#embed "../Server/Seed/Brands/coffee/pictures/golden-bean.png"
};

static const uint8_t grinder_png[] = {
#embed "../Server/Seed/Brands/coffee/pictures/grinder.png"
};

static const uint8_t latte_art_png[] = {
#embed "../Server/Seed/Brands/coffee/pictures/latte-art.png"
};

static const uint8_t leaf_png[] = {
#embed "../Server/Seed/Brands/coffee/pictures/leaf.png"
};

static const uint8_t morning_png[] = {
#embed "../Server/Seed/Brands/coffee/pictures/morning.png"
};

static const uint8_t mug_png[] = {
#embed "../Server/Seed/Brands/coffee/pictures/mug.png"
};

static const uint8_t oat_milk_png[] = {
#embed "../Server/Seed/Brands/coffee/pictures/oat-milk.png"
};

static const uint8_t parcel_png[] = {
#embed "../Server/Seed/Brands/coffee/pictures/parcel.png"
};

static const uint8_t pears_png[] = {
#embed "../Server/Seed/Brands/coffee/pictures/pears.png"
};

static const uint8_t pumpkin_png[] = {
#embed "../Server/Seed/Brands/coffee/pictures/pumpkin.png"
};

static const uint8_t raf_png[] = {
#embed "../Server/Seed/Brands/coffee/pictures/raf.png"
};

static const uint8_t roastery_png[] = {
#embed "../Server/Seed/Brands/coffee/pictures/roastery.png"
};

static const uint8_t station_png[] = {
#embed "../Server/Seed/Brands/coffee/pictures/station.png"
};

static const uint8_t storefront_png[] = {
#embed "../Server/Seed/Brands/coffee/pictures/storefront.png"
};

static const uint8_t syrniki_png[] = {
#embed "../Server/Seed/Brands/coffee/pictures/syrniki.png"
};

static const uint8_t syrup_png[] = {
#embed "../Server/Seed/Brands/coffee/pictures/syrup.png"
};

static const uint8_t takeaway_png[] = {
#embed "../Server/Seed/Brands/coffee/pictures/takeaway.png"
};

static const uint8_t tangerines_png[] = {
#embed "../Server/Seed/Brands/coffee/pictures/tangerines.png"
};

static const uint8_t teapot_png[] = {
#embed "../Server/Seed/Brands/coffee/pictures/teapot.png"
};

static const uint8_t terrace_png[] = {
#embed "../Server/Seed/Brands/coffee/pictures/terrace.png"
};

static const uint8_t three_bags_png[] = {
#embed "../Server/Seed/Brands/coffee/pictures/three-bags.png"
};

static const uint8_t ticket_png[] = {
#embed "../Server/Seed/Brands/coffee/pictures/ticket.png"
};

static const uint8_t tonic_png[] = {
#embed "../Server/Seed/Brands/coffee/pictures/tonic.png"
};

static const uint8_t tote_png[] = {
#embed "../Server/Seed/Brands/coffee/pictures/tote.png"
};

static const uint8_t travel_cup_png[] = {
#embed "../Server/Seed/Brands/coffee/pictures/travel-cup.png"
};

static const uint8_t v60_png[] = {
#embed "../Server/Seed/Brands/coffee/pictures/v60.png"
};

static const uint8_t winter_png[] = {
#embed "../Server/Seed/Brands/coffee/pictures/winter.png"
};

static const cb_picture all[] = {
    CB_PICTURE("advent.png", advent_png),
    CB_PICTURE("airport.png", airport_png),
    CB_PICTURE("armchair.png", armchair_png),
    CB_PICTURE("beans.png", beans_png),
    CB_PICTURE("branch.png", branch_png),
    CB_PICTURE("breakfast.png", breakfast_png),
    CB_PICTURE("cappuccino.png", cappuccino_png),
    CB_PICTURE("card-face.png", card_face_png),
    CB_PICTURE("cheesecake.png", cheesecake_png),
    CB_PICTURE("cocoa.png", cocoa_png),
    CB_PICTURE("coins.png", coins_png),
    CB_PICTURE("cookie.png", cookie_png),
    CB_PICTURE("croissant.png", croissant_png),
    CB_PICTURE("cupping.png", cupping_png),
    CB_PICTURE("cups.png", cups_png),
    CB_PICTURE("embankment.png", embankment_png),
    CB_PICTURE("espresso.png", espresso_png),
    CB_PICTURE("ethiopia.png", ethiopia_png),
    CB_PICTURE("evening-tea.png", evening_tea_png),
    CB_PICTURE("filter.png", filter_png),
    CB_PICTURE("gift.png", gift_png),
    CB_PICTURE("golden-bean.png", golden_bean_png),
    CB_PICTURE("grinder.png", grinder_png),
    CB_PICTURE("latte-art.png", latte_art_png),
    CB_PICTURE("leaf.png", leaf_png),
    CB_PICTURE("morning.png", morning_png),
    CB_PICTURE("mug.png", mug_png),
    CB_PICTURE("oat-milk.png", oat_milk_png),
    CB_PICTURE("parcel.png", parcel_png),
    CB_PICTURE("pears.png", pears_png),
    CB_PICTURE("pumpkin.png", pumpkin_png),
    CB_PICTURE("raf.png", raf_png),
    CB_PICTURE("roastery.png", roastery_png),
    CB_PICTURE("station.png", station_png),
    CB_PICTURE("storefront.png", storefront_png),
    CB_PICTURE("syrniki.png", syrniki_png),
    CB_PICTURE("syrup.png", syrup_png),
    CB_PICTURE("takeaway.png", takeaway_png),
    CB_PICTURE("tangerines.png", tangerines_png),
    CB_PICTURE("teapot.png", teapot_png),
    CB_PICTURE("terrace.png", terrace_png),
    CB_PICTURE("three-bags.png", three_bags_png),
    CB_PICTURE("ticket.png", ticket_png),
    CB_PICTURE("tonic.png", tonic_png),
    CB_PICTURE("tote.png", tote_png),
    CB_PICTURE("travel-cup.png", travel_cup_png),
    CB_PICTURE("v60.png", v60_png),
    CB_PICTURE("winter.png", winter_png),
};

cb_pictures cb_coffee(void) { return CB_ALL(all); }
